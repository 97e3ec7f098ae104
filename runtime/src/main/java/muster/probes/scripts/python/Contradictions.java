package muster.probes.scripts.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.observation.Words;
import org.jspecify.annotations.Nullable;

/// Bounds that two scripts about one thing set to one quantity, and that no value keeps. Two scripts are about
/// one thing if the words of one's name are all in the other's.
final class Contradictions {
    /// Fewer words, such as `main` or `run`, name no thing.
    private static final int FEWEST_WORDS = 2;

    private enum Kind {
        AT_LEAST("MIN"),
        AT_MOST("MAX"),
        EXACTLY("EXPECTED");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /// @param quantity what is bounded, such as `COLUMNS`
    private record Bound(Kind kind, String quantity, PythonFacts.Amount amount) {
        static @Nullable Bound of(PythonFacts.Amount amount) {
            int end = amount.name().indexOf('_');
            return end < 0
                    ? null
                    : Arrays.stream(Kind.values())
                            .filter(kind -> kind.word.equals(amount.name().substring(0, end)))
                            .map(kind -> new Bound(kind, amount.name().substring(end + 1), amount))
                            .findFirst()
                            .orElse(null);
        }

        boolean contradicts(Bound other) {
            long mine = amount.value();
            long its = other.amount.value();
            return quantity.equals(other.quantity)
                    && switch (kind) {
                        case AT_LEAST -> other.kind != Kind.AT_LEAST && its < mine;
                        case AT_MOST -> other.kind != Kind.AT_MOST && its > mine;
                        case EXACTLY -> other.kind == Kind.EXACTLY ? its != mine : other.contradicts(this);
                    };
        }
    }

    private Contradictions() {}

    static List<Finding> of(String path, List<PythonFacts.Amount> amounts, Map<String, PythonFacts.Source> others) {
        var mine = bounds(amounts);
        var findings = new ArrayList<Finding>();
        if (mine.isEmpty()) {
            return findings;
        }
        others.entrySet().stream()
                .filter(other -> !other.getKey().equals(path) && isAboutTheSame(path, other.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(other -> bounds(other.getValue().constants().amounts())
                        .forEach(its -> mine.stream()
                                .filter(its::contradicts)
                                .forEach(own -> findings.add(finding(path, own, other.getKey(), its)))));
        return findings;
    }

    private static List<Bound> bounds(List<PythonFacts.Amount> amounts) {
        var bounds = new ArrayList<Bound>();
        for (var amount : amounts) {
            var bound = Bound.of(amount);
            if (bound != null) {
                bounds.add(bound);
            }
        }
        return bounds;
    }

    private static boolean isAboutTheSame(String one, String other) {
        var some = words(one);
        var more = words(other);
        return some.size() <= more.size()
                ? some.size() >= FEWEST_WORDS && more.containsAll(some)
                : more.size() >= FEWEST_WORDS && some.containsAll(more);
    }

    private static Set<String> words(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return new HashSet<>(Words.of(name.substring(0, Math.max(0, name.lastIndexOf('.')))));
    }

    private static Finding finding(String path, Bound own, String other, Bound its) {
        return Findings.remark(
                "contradicting-constants",
                path + ":" + own.amount().line(),
                own.amount().name() + " = " + own.amount().value() + " contradicts "
                        + its.amount().name() + " = "
                        + its.amount().value() + " of " + other + ":"
                        + its.amount().line()
                        + ": nothing satisfies both");
    }
}
