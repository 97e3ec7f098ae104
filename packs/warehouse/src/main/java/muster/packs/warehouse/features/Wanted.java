package muster.packs.warehouse.features;

import java.util.List;
import java.util.Set;
import muster.packs.warehouse.naming.Variant;

/// Which tables are to be generated.
///
/// @param currencies in market order, strongest first
/// @param pairs of these currencies, in market order
/// @param assets for `corr`
/// @param families first components of table names
public record Wanted(
        List<String> currencies, List<String> pairs, List<String> assets, Set<String> families, Manner manner) {

    /// How they are made.
    ///
    /// @param windows in rows, ascending
    public record Manner(Set<Variant> variants, Formula formula, List<Integer> windows) {}

    /// A pair's series in a variant.
    Series series(String pair, Variant variant) {
        return new Series(pair, variant, manner.formula(), manner.windows());
    }
}
