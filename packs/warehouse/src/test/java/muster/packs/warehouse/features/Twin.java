package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// What the columns of one table should hold, by plain loops. NaN and null stand for NULL.
final class Twin {
    /// Of the largest of a column: doubles that were summed in another order.
    private static final double CLOSE = 1e-9;

    /// A word that is not compared, because rounding decides it; numbers that are not compared are infinite.
    static final String EITHER = "?";

    private final Map<String, double[]> numbers = new TreeMap<>();
    private final Map<String, String[]> words = new TreeMap<>();
    private final Map<String, Double> loose = new TreeMap<>();

    Twin put(String column, double[] values) {
        numbers.put(column, values);
        return this;
    }

    /// A root of what is nearly zero has half of the digits.
    Twin putLoose(String column, double[] values) {
        loose.put(column, 1e-6);
        return put(column, values);
    }

    /// What follows from which side of zero a value is on; where the value is within rounding of zero either is right.
    Twin putSide(String column, double[] of, java.util.function.DoubleUnaryOperator side) {
        double size = largest(of);
        return put(
                column,
                each(
                        of.length,
                        i -> Math.abs(of[i]) <= 10 * CLOSE * size
                                ? Double.POSITIVE_INFINITY
                                : side.applyAsDouble(of[i])));
    }

    Twin say(String column, int rows, IntFunction<String> word) {
        var said = new String[rows];
        Arrays.setAll(said, word);
        words.put(column, said);
        return this;
    }

    double[] get(String column) {
        return numbers.get(column);
    }

    /// Compares every column of a table; one without a twin, and a twin without a column, are failures.
    ///
    /// @param found values as texts, by column, without the key
    void holds(String table, Map<String, List<String>> found) {
        var known = new java.util.TreeSet<>(numbers.keySet());
        known.addAll(words.keySet());
        assertThat(found.keySet()).as("columns of " + table).containsExactlyInAnyOrderElementsOf(known);
        words.forEach((column, expected) -> words(table + "." + column, expected, found.get(column)));
        numbers.forEach((column, expected) -> numbers(table + "." + column, column, found.get(column)));
    }

    private static void words(String place, String[] expected, List<String> found) {
        assertThat(found).as(place).hasSize(expected.length);
        for (int row = 0; row < expected.length; row++) {
            if (!EITHER.equals(expected[row])) {
                assertThat(found.get(row)).as("%s in row %d", place, row).isEqualTo(expected[row]);
            }
        }
    }

    private void numbers(String place, String column, List<String> found) {
        var expected = numbers.get(column);
        assertThat(found).as(place).hasSize(expected.length);
        double off = loose.getOrDefault(column, CLOSE) * largest(expected) + 1e-12;
        for (int row = 0; row < expected.length; row++) {
            var text = found.get(row);
            double value = text == null ? Double.NaN : Double.parseDouble(text);
            if (!agrees(value, expected[row], off)) {
                fail("%s in row %d is %s, expected %s within %s", place, row, value, expected[row], off);
            }
        }
    }

    /// Three million values are compared: sentences are made of those alone that differ.
    private static boolean agrees(double value, double expected, double off) {
        return Double.isNaN(expected)
                ? Double.isNaN(value)
                : Double.isInfinite(expected) || Math.abs(value - expected) <= off;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }
}
