package muster.versions;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a version of Maven.
sealed interface MavenPart {
    /// The qualifiers with a place of their own; the empty one is the release.
    List<String> QUALIFIERS = List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");

    record Numeral(BigInteger value) implements MavenPart {}

    /// @param value with its aliases resolved
    record Qualifier(String value) implements MavenPart {
        static Qualifier of(String text) {
            return new Qualifier(
                    switch (text) {
                        case "ga", "final", "release" -> "";
                        case "cr" -> "rc";
                        default -> text;
                    });
        }

        /// `1.0-a1` is `1.0-alpha-1`.
        static Qualifier beforeNumber(String text) {
            return switch (text) {
                case "a" -> new Qualifier("alpha");
                case "b" -> new Qualifier("beta");
                case "m" -> new Qualifier("milestone");
                default -> of(text);
            };
        }

        /// Unknown qualifiers come after all known ones, in the order of their letters.
        String rank() {
            int known = QUALIFIERS.indexOf(value);
            return known < 0 ? QUALIFIERS.size() + "-" + value : Integer.toString(known);
        }
    }

    /// What stands after a hyphen, or where digits and letters meet.
    record Several(List<MavenPart> parts) implements MavenPart {}

    /// True if it makes no difference at the end of a version.
    default boolean isNull() {
        return switch (this) {
            case Numeral(BigInteger value) -> value.signum() == 0;
            case Qualifier(String value) -> value.isEmpty();
            case Several(List<MavenPart> parts) -> parts.isEmpty();
        };
    }

    static int compare(MavenPart left, @Nullable MavenPart right) {
        return switch (left) {
            case Numeral number -> compare(number, right);
            case Qualifier qualifier -> compare(qualifier, right);
            case Several several -> compare(several, right);
        };
    }

    private static int compare(Numeral left, @Nullable MavenPart right) {
        return switch (right) {
            case null -> left.value().signum();
            case Numeral number -> left.value().compareTo(number.value());
            case Qualifier _, Several _ -> 1;
        };
    }

    private static int compare(Qualifier left, @Nullable MavenPart right) {
        return switch (right) {
            case null -> left.rank().compareTo(new Qualifier("").rank());
            case Numeral _, Several _ -> -1;
            case Qualifier qualifier -> left.rank().compareTo(qualifier.rank());
        };
    }

    private static int compare(Several left, @Nullable MavenPart right) {
        return switch (right) {
            case null ->
                left.parts().stream()
                        .mapToInt(part -> compare(part, null))
                        .filter(order -> order != 0)
                        .findFirst()
                        .orElse(0);
            case Numeral _ -> -1;
            case Qualifier _ -> 1;
            case Several several -> compareAll(left.parts(), several.parts());
        };
    }

    private static int compareAll(List<MavenPart> left, List<MavenPart> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            var other = i < right.size() ? right.get(i) : null;
            int order = i < left.size() ? compare(left.get(i), other) : -compare(right.get(i), null);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
