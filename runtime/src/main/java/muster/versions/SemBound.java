package muster.versions;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One comparison of npm's ranges, once carets, tildes and open numbers are resolved.
record SemBound(Sign sign, SemVersion version) {

    /// How a version is compared.
    enum Sign {
        BELOW("<"),
        AT_MOST("<="),
        IS("="),
        AT_LEAST(">="),
        ABOVE(">");

        private final String written;

        Sign(String written) {
            this.written = written;
        }
    }

    private static final SemBound NOTHING =
            new SemBound(Sign.BELOW, new SemVersion(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, List.of("0")));

    boolean holds(SemVersion other) {
        int order = other.compareTo(version);
        return switch (sign) {
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case IS -> order == 0;
            case AT_LEAST -> order >= 0;
            case ABOVE -> order > 0;
        };
    }

    @Override
    public String toString() {
        return sign.written + version;
    }

    /// @param sign one of `^ ~ < <= = >= >` or empty
    static List<SemBound> of(String sign, PartialSemVersion version) {
        return switch (sign) {
            case "^" -> between(version, caret(version));
            case "~" -> between(version, tilde(version));
            case "<" -> below(version);
            case "<=" -> atMost(version);
            case ">=" -> between(version, null);
            case ">" -> above(version);
            default -> exactly(version);
        };
    }

    /// From one to the other, both included.
    static List<SemBound> hyphen(PartialSemVersion from, PartialSemVersion to) {
        var bounds = new ArrayList<>(between(from, null));
        bounds.addAll(atMost(to));
        return bounds;
    }

    private static List<SemBound> between(PartialSemVersion from, @Nullable SemVersion to) {
        var bounds = new ArrayList<SemBound>();
        if (from.major() != null) {
            bounds.add(new SemBound(Sign.AT_LEAST, from.lowest()));
        }
        if (to != null) {
            bounds.add(new SemBound(Sign.BELOW, to));
        }
        return bounds;
    }

    /// The leftmost number that is not zero stays.
    private static @Nullable SemVersion caret(PartialSemVersion version) {
        var major = version.major();
        var minor = version.minor();
        if (major == null || minor == null || major.signum() > 0) {
            return major == null ? null : version.nextMajor();
        }
        return minor.signum() > 0 ? version.nextMinor() : version.above();
    }

    private static @Nullable SemVersion tilde(PartialSemVersion version) {
        return version.isWhole() ? version.nextMinor() : version.above();
    }

    private static List<SemBound> below(PartialSemVersion version) {
        if (version.major() == null) {
            return List.of(NOTHING);
        }
        var lowest = version.lowest();
        var first = new SemVersion(lowest.major(), lowest.minor(), lowest.patch(), List.of("0"));
        return List.of(new SemBound(Sign.BELOW, version.isWhole() ? lowest : first));
    }

    private static List<SemBound> atMost(PartialSemVersion version) {
        if (version.isWhole()) {
            return List.of(new SemBound(Sign.AT_MOST, version.lowest()));
        }
        var above = version.above();
        return above == null ? List.of() : List.of(new SemBound(Sign.BELOW, above));
    }

    private static List<SemBound> above(PartialSemVersion version) {
        if (version.isWhole()) {
            return List.of(new SemBound(Sign.ABOVE, version.lowest()));
        }
        var above = version.above();
        return above == null
                ? List.of(NOTHING)
                : List.of(new SemBound(
                        Sign.AT_LEAST, new SemVersion(above.major(), above.minor(), above.patch(), List.of())));
    }

    private static List<SemBound> exactly(PartialSemVersion version) {
        return version.isWhole() ? List.of(new SemBound(Sign.IS, version.lowest())) : between(version, version.above());
    }
}
