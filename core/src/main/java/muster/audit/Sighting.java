package muster.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was seen of the thing that a claim is about.
///
/// @param verdict on the claim by this alone
/// @param observed what was seen; null if there is nothing to show
/// @param because the rule that looked, and what it measured
/// @param evidence ids of evidence, or places that were read
public record Sighting(ClaimVerdict verdict, @Nullable String observed, String because, List<String> evidence) {
    public Sighting {
        evidence = List.copyOf(evidence);
    }

    /// It is as the claim says.
    public static Sighting right(String observed, String because, List<String> evidence) {
        return new Sighting(ClaimVerdict.RIGHT, observed, because, evidence);
    }

    /// It is not as the claim says.
    public static Sighting wrong(String observed, String because, List<String> evidence) {
        return new Sighting(ClaimVerdict.WRONG, observed, because, evidence);
    }

    /// It could not be measured, for a reason that is worth telling.
    public static Sighting open(String because, List<String> evidence) {
        return new Sighting(ClaimVerdict.UNVERIFIABLE, null, because, evidence);
    }
}
