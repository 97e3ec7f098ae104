package muster.packs.warehouse.features;

import java.util.List;
import java.util.stream.Collectors;
import muster.packs.warehouse.naming.Variant;
import muster.packs.warehouse.sql.Sql;

/// One pair's series as the formulas see it: `y` is the value, `x45` the movement by window, `o h l v` the bar.
///
/// @param windows in rows, ascending
record Series(String pair, Variant variant, Formula formula, List<Integer> windows) {
    /// The window of `y` where the variant is momentum.
    static final int MOMENTUM = 45;

    /// What follows FROM.
    String from() {
        return "(SELECT %s, %s FROM %s) s".formatted(Sheet.KEY, columns(), Sql.identifier(base(variant, pair)));
    }

    static String base(Variant variant, String pair) {
        return "base_%s_%s".formatted(variant.token(), pair);
    }

    /// The table of a family for this pair and variant.
    String table(String family) {
        return "%s_%s_%s".formatted(family, variant.token(), pair);
    }

    private String columns() {
        return isMomentum()
                ? value(variant) + " AS y, "
                        + windows.stream()
                                .map(w -> "bqx_%1$d AS x%1$d".formatted(w))
                                .collect(Collectors.joining(", "))
                : value(variant) + " AS y, open_idx AS o, high_idx AS h, low_idx AS l, volume_idx AS v";
    }

    /// The column that holds the value of a pair.
    static String value(Variant variant) {
        return variant == Variant.BQX ? "bqx_" + MOMENTUM : "close_idx";
    }

    boolean isMomentum() {
        return variant == Variant.BQX;
    }

    boolean isCorrected() {
        return formula == Formula.CORRECTED;
    }

    /// A sheet whose first layer knows which windows are full.
    Sheet sheet(List<Integer> used) {
        var sheet = new Sheet(from(), used);
        used.forEach(w -> sheet.let("full" + w, "count(y) OVER w%1$d = %1$d".formatted(w)));
        return sheet.next();
    }

    /// An expression over a window: where the formula is corrected it is NULL until the window is full.
    String full(int window, String expression) {
        return isCorrected() ? "CASE WHEN full%d THEN %s END".formatted(window, expression) : expression;
    }

    /// The same over a window of another value than `y`, which begins later.
    String full(int window, String of, String expression) {
        return isCorrected()
                ? "CASE WHEN count(%1$s) OVER w%2$d = %2$d THEN %3$s END".formatted(of, window, expression)
                : expression;
    }

    /// Windows up to a longest one.
    List<Integer> upTo(int longest) {
        return windows.stream().filter(w -> w <= longest).toList();
    }

    /// A quotient that is NULL where the divisor is 0.
    static String ratio(String dividend, String divisor) {
        return "(%s) / nullif(%s, 0)".formatted(dividend, divisor);
    }

    /// 1 where a condition holds, 0 where it does not, NULL where that is not known.
    static String flag(String condition) {
        return "CASE WHEN %1$s THEN 1 WHEN NOT (%1$s) THEN 0 END".formatted(condition);
    }

    /// The correlation over a window; NULL where a value does not vary, for which some engines say NaN.
    static String correlation(String one, String other, int window) {
        return "nullif(corr(%s, %s) OVER w%d, CAST('NaN' AS DOUBLE PRECISION))".formatted(one, other, window);
    }
}
