package muster.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What a claim states, by kind. `toString` is the canonical text, without the unit.
public sealed interface ClaimValue {

    /// So many of something; the unit is empty if none is given.
    record Amount(BigDecimal number, String unit) implements ClaimValue {
        @Override
        public String toString() {
            return number.toPlainString();
        }
    }

    /// So many bytes.
    ///
    /// @param unit `B`, or `KB`, `KiB` and so on up to `TiB`; `KB` is 1,000 bytes, `KiB` 1,024
    record Size(BigDecimal number, String unit) implements ClaimValue {
        public BigDecimal bytes() {
            return number.multiply(Sizes.bytes(unit));
        }

        @Override
        public String toString() {
            return number.toPlainString();
        }
    }

    /// A version as written, without a leading `v`.
    record Version(String version) implements ClaimValue {
        @Override
        public String toString() {
            return version;
        }
    }

    /// A status in lower case, such as `tested` or `not needed`.
    record Status(String word) implements ClaimValue {
        @Override
        public String toString() {
            return word;
        }
    }

    /// A day.
    record Dated(LocalDate day) implements ClaimValue {
        @Override
        public String toString() {
            return day.toString();
        }
    }

    /// That there is a file or folder at a path.
    record Existence(String path) implements ClaimValue {
        @Override
        public String toString() {
            return path;
        }
    }

    /// A result with what it is made of.
    ///
    /// @param formula numbers and `+`, `-`, `*` or `/` with a blank between them, worked from left to right
    record Computed(BigDecimal stated, String unit, String formula) implements ClaimValue {
        /// What the formula gives, rounded to the digits of what is stated.
        public BigDecimal result() {
            return Formula.value(formula).setScale(Math.max(0, stated.scale()), RoundingMode.HALF_UP);
        }

        @Override
        public String toString() {
            return stated.toPlainString();
        }
    }

    /// An amount or, by its unit, a size.
    static ClaimValue of(BigDecimal number, String unit) {
        return Sizes.BYTES.containsKey(unit.toUpperCase(Locale.ROOT))
                ? new Size(number, unit)
                : new Amount(number, unit);
    }

    /// The unit of a number; empty for all else.
    default String unit() {
        return switch (this) {
            case Amount amount -> amount.unit();
            case Size size -> size.unit();
            case Computed computed -> computed.unit();
            case Version _, Status _, Dated _, Existence _ -> "";
        };
    }

    /// Bytes of the units of size. Source: IEC 80000-13 for the binary ones.
    final class Sizes {
        private static final Map<String, BigDecimal> BYTES = Map.of(
                "KB", BigDecimal.TEN.pow(3),
                "MB", BigDecimal.TEN.pow(6),
                "GB", BigDecimal.TEN.pow(9),
                "TB", BigDecimal.TEN.pow(12),
                "KIB", BigDecimal.TWO.pow(10),
                "MIB", BigDecimal.TWO.pow(20),
                "GIB", BigDecimal.TWO.pow(30),
                "TIB", BigDecimal.TWO.pow(40),
                "BYTES", BigDecimal.ONE,
                "BYTE", BigDecimal.ONE);

        private Sizes() {}

        static BigDecimal bytes(String unit) {
            return BYTES.getOrDefault(unit.toUpperCase(Locale.ROOT), BigDecimal.ONE);
        }
    }

    /// Sums as documents write them, worked from left to right.
    final class Formula {
        private static final Pattern BLANK = Pattern.compile(" ");
        private static final int DIGITS = 12;

        private Formula() {}

        static BigDecimal value(String formula) {
            var parts = BLANK.split(formula, -1);
            var value = new BigDecimal(parts[0]);
            for (var at = 1; at + 1 < parts.length; at += 2) {
                value = step(value, parts[at], new BigDecimal(parts[at + 1]));
            }
            return value;
        }

        private static BigDecimal step(BigDecimal left, String sign, BigDecimal right) {
            return switch (sign.charAt(0)) {
                case '+' -> left.add(right);
                case '-' -> left.subtract(right);
                case '*' -> left.multiply(right);
                case '/' -> right.signum() == 0 ? BigDecimal.ZERO : left.divide(right, DIGITS, RoundingMode.HALF_UP);
                default -> throw new IllegalArgumentException("no such sign: " + sign);
            };
        }
    }
}
