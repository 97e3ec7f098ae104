package muster.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /// That a table or a result has these columns.
    record Columns(List<String> names) implements ClaimValue {
        public Columns {
            names = List.copyOf(names);
        }

        @Override
        public String toString() {
            return String.join(", ", names);
        }
    }

    /// That a join of sources gives so many rows.
    ///
    /// @param sources rows by name, in the document's order
    /// @param key the column that they are joined on; empty if it is not said
    record Joined(BigDecimal rows, SequencedMap<String, BigDecimal> sources, String key) implements ClaimValue {
        public Joined {
            sources = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sources));
        }

        /// The rows of all sources together.
        public BigDecimal sum() {
            return sources.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /// The rows of the largest source.
        public BigDecimal largest() {
            return sources.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        }

        @Override
        public String toString() {
            return rows.toPlainString();
        }
    }

    /// That a service allows at most so much.
    ///
    /// @param most none if there is said to be no limit
    /// @param unit what is counted, or a unit of bytes
    /// @param per within what time; none if it is no rate
    record Limit(
            @Nullable BigDecimal most,
            String unit,
            @Nullable Duration per) implements ClaimValue {
        /// The words for no limit.
        public static final String NONE = "unlimited";

        /// Whether bytes are limited.
        public boolean isOfBytes() {
            return Sizes.BYTES.containsKey(unit.toUpperCase(Locale.ROOT));
        }

        /// The amount, in bytes if bytes are limited; none if there is no limit.
        public @Nullable BigDecimal amount() {
            return most == null ? null : most.multiply(Sizes.bytes(unit));
        }

        /// With the unit, as people write it.
        public String words() {
            return most == null ? NONE : (most.toPlainString() + " " + unit).strip() + time();
        }

        @Override
        public String toString() {
            return most == null ? NONE : most.toPlainString() + time();
        }

        private String time() {
            return per == null ? "" : " per " + Spans.words(per);
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
            case Joined _ -> "rows";
            case Limit limit -> limit.unit();
            case Version _, Status _, Dated _, Existence _, Columns _ -> "";
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

    /// Spans of time in words, such as `day` or `10 seconds`.
    final class Spans {
        private static final List<Map.Entry<String, Duration>> UNITS = List.of(
                Map.entry("day", Duration.ofDays(1)),
                Map.entry("hour", Duration.ofHours(1)),
                Map.entry("minute", Duration.ofMinutes(1)),
                Map.entry("second", Duration.ofSeconds(1)));
        private static final Map<String, Duration> LONGER =
                Map.of("week", Duration.ofDays(7), "month", Duration.ofDays(30));

        private Spans() {}

        /// The words for a span of whole seconds.
        public static String words(Duration span) {
            var unit = UNITS.stream()
                    .filter(each -> span.toSeconds() % each.getValue().toSeconds() == 0)
                    .findFirst()
                    .orElse(UNITS.getLast());
            var count = span.dividedBy(unit.getValue());
            return count == 1 ? unit.getKey() : count + " " + unit.getKey() + "s";
        }

        /// The span of so many units, a month being 30 days; none if there is no such unit.
        ///
        /// @param unit in the singular
        public static @Nullable Duration of(long count, String unit) {
            var one = UNITS.stream()
                    .filter(each -> each.getKey().equals(unit))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(LONGER.get(unit));
            return one == null ? null : one.multipliedBy(count);
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
