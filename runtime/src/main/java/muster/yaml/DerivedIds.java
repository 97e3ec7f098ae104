package muster.yaml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import muster.json.Sha256;
import muster.observation.Redaction;
import muster.plan.ExpectationId;
import muster.plan.Probe;

/// Ids made from what probes look at, without its secrets: the same file gives the same ids. Equal ones are numbered in
/// their order.
final class DerivedIds {
    /// Leaves room for a hash and a number in the 114 characters of an expectation's id.
    private static final int LONGEST = 90;

    private static final int HASH = 8;

    private static final Redaction SHAPES = Redaction.of(Set.of());

    private final Set<String> taken;
    private final Map<String, Integer> last = new HashMap<>();

    /// @param taken ids that people gave; this adds to them
    DerivedIds(Set<String> taken) {
        this.taken = taken;
    }

    ExpectationId of(Probe probe) {
        var slug = slug(SHAPES.redact(probe.target()));
        var id = slug;
        while (!taken.add(id)) {
            id = slug + "-" + last.merge(slug, 2, (before, _) -> before + 1);
        }
        return new ExpectationId(id);
    }

    static String slug(String target) {
        var slug = new StringBuilder();
        for (var i = 0; i < target.length() && slug.length() < LONGEST; i++) {
            var letter = Character.toLowerCase(target.charAt(i));
            if (isPlain(letter) || (slug.length() > 0 && "._:".indexOf(letter) >= 0)) {
                slug.append(letter);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        if (target.length() > LONGEST || slug.isEmpty()) {
            slug.append(slug.isEmpty() ? "check-" : "-").append(Sha256.of(target), 0, HASH);
        }
        return slug.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    }
}
