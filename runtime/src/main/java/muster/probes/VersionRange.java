package muster.probes;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A range of versions: comma-separated clauses with `>= <= == != ~= < > ===`, all of which must hold. Source: PEP 440;
/// epochs and local versions are left out. Pre-releases are only in a range that names one.
record VersionRange(List<Clause> clauses) {
    private static final Pattern CLAUSE = Pattern.compile("(===|>=|<=|==|!=|~=|<|>)\\s*([\\w.+*-]+)");

    record Clause(String operator, String version) {}

    VersionRange {
        clauses = List.copyOf(clauses);
    }

    /// @throws IllegalArgumentException if the text is no range
    static VersionRange of(String text) {
        return new VersionRange(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(clause -> !clause.isEmpty())
                .map(VersionRange::clause)
                .toList());
    }

    private static Clause clause(String text) {
        var match = CLAUSE.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no range of versions");
        }
        return new Clause(match.group(1), match.group(2));
    }

    boolean contains(Version version) {
        boolean preReleases = clauses.stream()
                .anyMatch(clause -> !clause.operator().equals("!=")
                        && Version.of(clause.version().replace(".*", "")).isPreRelease());
        return (preReleases || !version.isPreRelease()) && clauses.stream().allMatch(clause -> holds(clause, version));
    }

    private static boolean holds(Clause clause, Version version) {
        if (clause.version().endsWith(".*")) {
            var prefix =
                    Version.of(clause.version().substring(0, clause.version().length() - 2));
            return version.startsWith(prefix) == clause.operator().equals("==");
        }
        var bound = Version.of(clause.version());
        int order = version.compareTo(bound);
        return switch (clause.operator()) {
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            case "==", "===" -> order == 0;
            case "!=" -> order != 0;
            case "~=" -> order >= 0 && version.startsWith(bound.withoutLast());
            // PEP 440: `<V` leaves out pre-releases of V, and `>V` leaves out post-releases of V.
            case "<" -> order < 0 && (bound.isPreRelease() || !version.isPreReleaseOf(bound));
            case ">" -> order > 0 && (bound.isPostRelease() || !version.isPostReleaseOf(bound));
            default -> throw new IllegalStateException("no such operator: " + clause.operator());
        };
    }
}
