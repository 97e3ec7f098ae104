package muster.claims;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import muster.audit.Sighting;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import org.jspecify.annotations.Nullable;

/// A document's own date against git. A day's grace on both sides: zones differ, and work is committed the day after.
/// What came with the first commit of all, or with the document's first, may be older than git knows.
///
/// @param named files that each document speaks of
record DatesRule(Past past, Map<String, List<String>> named) implements ClaimRule {
    private static final Duration GRACE = Duration.ofDays(2);

    @Override
    public @Nullable Sighting of(Claim claim) {
        var source = claim.source();
        if (!(claim.value() instanceof ClaimValue.Dated dated) || source == null) {
            return null;
        }
        var document = source.document();
        var last = past.last().get(document);
        if (last == null) {
            return null;
        }
        var day = dated.day().atStartOfDay().toInstant(ZoneOffset.UTC);
        if (day.minus(GRACE.dividedBy(2)).isAfter(last.at())) {
            return Sighting.wrong(
                    day(last.at()), "git: it is dated after its last commit, " + last, List.of("git:" + last.name()));
        }
        return claim.subject().matches("last.*|updated|modified")
                ? changed(document, day.plus(GRACE), last)
                : past.reaches(day) ? ahead(document, day.plus(GRACE)) : null;
    }

    private @Nullable Sighting changed(String document, Instant until, Past.Commit last) {
        var first = past.first().get(document);
        if (first == null || first.equals(last)) {
            return null;
        }
        return last.at().isAfter(until)
                ? Sighting.wrong(day(last.at()), "git: it was changed later, in " + last, List.of("git:" + last.name()))
                : Sighting.right(day(last.at()), "git: last changed in " + last, List.of("git:" + last.name()));
    }

    /// Files that did not exist on the day on which the document speaks of them.
    private @Nullable Sighting ahead(String document, Instant until) {
        var own = past.first().get(document);
        for (var file : named.getOrDefault(document, List.of())) {
            var first = past.first().get(file);
            if (first != null && first.at().isAfter(until) && !past.isRoot(first) && !first.equals(own)) {
                var because = "git: it speaks of " + file + ", which came later, in " + first;
                return Sighting.wrong(day(first.at()), because, List.of("git:" + first.name(), file));
            }
        }
        return null;
    }

    private static String day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
