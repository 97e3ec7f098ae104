package muster.versions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One clause of a range of PEP 440.
sealed interface Pep440Clause {
    /// True if the version satisfies the clause, whatever is said of pre-releases.
    boolean holds(Pep440Version version);

    /// True if the clause names a pre-release to be let in.
    boolean namesPreRelease();

    /// How a version is compared with the clause's.
    enum Operator {
        AT_LEAST(">="),
        AT_MOST("<="),
        IS("=="),
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

    /// Compared by the order of versions.
    record Ordered(Operator operator, Pep440Version bound) implements Pep440Clause {
        @Override
        public boolean holds(Pep440Version version) {
            return switch (operator) {
                case AT_LEAST -> version.shared().compareTo(bound) >= 0;
                case AT_MOST -> version.shared().compareTo(bound) <= 0;
                case IS -> same(version);
                case IS_NOT -> !same(version);
                case COMPATIBLE -> version.shared().compareTo(bound) >= 0 && alike(version);
                case BELOW -> version.compareTo(bound) < 0 && !isEarlierFormOf(version);
                case ABOVE -> version.compareTo(bound) > 0 && !isLaterFormOf(version);
            };
        }

        /// A local part counts only if the clause has one.
        private boolean same(Pep440Version version) {
            return (bound.local().isEmpty() ? version.shared() : version).compareTo(bound) == 0;
        }

        private boolean alike(Pep440Version version) {
            var release = bound.release();
            return version.startsWith(bound.epoch(), release.subList(0, release.size() - 1));
        }

        /// `<2` leaves out 2rc1, unless the clause names a pre-release itself.
        private boolean isEarlierFormOf(Pep440Version version) {
            return !bound.isPreRelease() && version.isPreRelease() && version.hasNumbersOf(bound);
        }

        /// `>2` leaves out 2.post1 and 2+local, unless the clause names a post-release itself.
        private boolean isLaterFormOf(Pep440Version version) {
            boolean later = !bound.isPostRelease() && version.isPostRelease();
            return (later || !version.local().isEmpty()) && version.hasNumbersOf(bound);
        }

        @Override
        public boolean namesPreRelease() {
            return switch (operator) {
                case AT_LEAST, AT_MOST, IS, COMPATIBLE -> bound.isPreRelease();
                case IS_NOT, BELOW, ABOVE -> false;
            };
        }

        @Override
        public String toString() {
            return operator.sign + bound;
        }
    }

    /// `==1.4.*` and its contrary.
    record Prefixed(Operator operator, Pep440Version prefix) implements Pep440Clause {
        @Override
        public boolean holds(Pep440Version version) {
            return version.startsWith(prefix.epoch(), prefix.release()) == (operator == Operator.IS);
        }

        @Override
        public boolean namesPreRelease() {
            return false;
        }

        @Override
        public String toString() {
            return operator.sign + prefix + ".*";
        }
    }

    /// `===`: the very text.
    record Literal(String text) implements Pep440Clause {
        @Override
        public boolean holds(Pep440Version version) {
            return version.toString().equalsIgnoreCase(text);
        }

        @Override
        public boolean namesPreRelease() {
            var version = version();
            return version != null && version.isPreRelease();
        }

        private @Nullable Pep440Version version() {
            try {
                return Pep440Version.of(text);
            } catch (IllegalArgumentException _) {
                return null;
            }
        }

        @Override
        public String toString() {
            return "===" + text;
        }
    }

    /// @throws IllegalArgumentException if the text is no clause
    static Pep440Clause of(String text) {
        var match = Pattern.compile("(===|>=|<=|==|!=|~=|<|>)\\s*+(\\S++)").matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no range of versions (PEP 440)");
        }
        var sign = match.group(1);
        var bound = match.group(2).toLowerCase(Locale.ROOT);
        if (sign.equals("===")) {
            return new Literal(match.group(2));
        }
        var operator = Operator.of(sign);
        return bound.endsWith(".*") ? prefixed(operator, bound, text) : ordered(operator, bound, text);
    }

    private static Pep440Clause prefixed(Operator operator, String bound, String text) {
        var prefix = Pep440Version.of(bound.substring(0, bound.length() - 2));
        boolean numbersOnly = !prefix.isPreRelease()
                && !prefix.isPostRelease()
                && prefix.local().isEmpty();
        if (!numbersOnly || !List.of(Operator.IS, Operator.IS_NOT).contains(operator)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no range: .* stands after numbers and == or != alone");
        }
        return new Prefixed(operator, prefix);
    }

    private static Pep440Clause ordered(Operator operator, String bound, String text) {
        var version = Pep440Version.of(bound);
        boolean equality = operator == Operator.IS || operator == Operator.IS_NOT;
        if (!version.local().isEmpty() && !equality) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no range: a local version stands after == or != alone");
        }
        if (operator == Operator.COMPATIBLE && version.release().size() < 2) {
            throw new IllegalArgumentException("'" + text + "' is no range: ~= takes at least two numbers");
        }
        return new Ordered(operator, version);
    }
}
