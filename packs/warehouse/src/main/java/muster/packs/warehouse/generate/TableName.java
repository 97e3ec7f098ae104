package muster.packs.warehouse.generate;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The parts of a table name that decide its values.
///
/// @param family first component
/// @param pairs pairs named, in order
/// @param window the window it ends in, 0 if none
record TableName(String text, List<String> parts, String family, List<String> pairs, int window) {
    private static final Set<String> WRITTEN_FROM_MOMENTUM = Set.of("agg", "align");
    private static final Map<String, String> COPIES =
            Map.of("corr_ibkr_", "corr_etf_idx_", "corr_bqx_ibkr_", "corr_etf_bqx_");

    static TableName of(String text) {
        var parts = List.of(text.split("_"));
        var pairs = parts.stream().filter(PairSeries.PAIRS::contains).toList();
        var last = parts.getLast().replaceFirst("^w", "");
        var window = last.matches("[0-9]{1,4}") ? Integer.parseInt(last) : 0;
        return new TableName(text, parts, parts.getFirst(), pairs, window);
    }

    /// Whether the rows are made of momentum. Two cov families without a variant in their names are, too.
    boolean holdsMomentum() {
        return parts.contains("bqx")
                || (family.equals("cov") && !parts.contains("idx") && WRITTEN_FROM_MOMENTUM.contains(parts.get(1)));
    }

    /// The same for a table and its copies, so that they hold the same rows.
    int seed() {
        var original = text.replaceFirst("^var_corr_([a-z]{3})$", "var_corr_idx_$1");
        for (var copy : COPIES.entrySet()) {
            if (original.startsWith(copy.getKey())) {
                original = copy.getValue() + original.substring(copy.getKey().length());
            }
        }
        return Math.floorMod(original.hashCode(), 1_000_003);
    }
}
