package muster.probes;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A range of versions: comma-separated clauses with `>= <= == != ~= < > ===`, all of which must hold. Source: PEP 440;
/// epochs and local versions are left out. Pre-releases are only in a range that names one.
record VersionRange(List<Clause> clauses) {
    private static final Pattern CLAUSE = Pattern.compile("(===|>=|<=|==|!=|~=|<|>)\\s*([\\w.+*-]+)");

    enum Operator {
        AT_LEAST(">="),
        AT_MOST("<="),
        IS("=="),
        IS_EXACTLY("==="),
        IS_NOT("!="),
        COMPATIBLE("~="),
        BELOW("<"),
        ABOVE(">");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        static Operator of(String sign) {
            return Arrays.stream(values())
                    .filter(operator -> operator.sign.equals(sign))
                    .findFirst()
                    .orElseThrow();
        }
    }

    record Clause(Operator operator, String version) {}

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
        return new Clause(Operator.of(match.group(1)), match.group(2));
    }

    boolean contains(Version version) {
        boolean preReleases = clauses.stream()
                .anyMatch(clause -> clause.operator() != Operator.IS_NOT
                        && Version.of(clause.version().replace(".*", "")).isPreRelease());
        return (preReleases || !version.isPreRelease()) && clauses.stream().allMatch(clause -> holds(clause, version));
    }

    private static boolean holds(Clause clause, Version version) {
        if (clause.version().endsWith(".*")) {
            var prefix =
                    Version.of(clause.version().substring(0, clause.version().length() - 2));
            return version.startsWith(prefix) == (clause.operator() == Operator.IS);
        }
        var bound = Version.of(clause.version());
        int order = version.compareTo(bound);
        return switch (clause.operator()) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case IS, IS_EXACTLY -> order == 0;
            case IS_NOT -> order != 0;
            case COMPATIBLE -> order >= 0 && version.startsWith(bound.withoutLast());
            // PEP 440: `<V` leaves out pre-releases of V, and `>V` leaves out post-releases of V.
            case BELOW -> order < 0 && (bound.isPreRelease() || !version.isPreReleaseOf(bound));
            case ABOVE -> order > 0 && (bound.isPostRelease() || !version.isPostReleaseOf(bound));
        };
    }
}
