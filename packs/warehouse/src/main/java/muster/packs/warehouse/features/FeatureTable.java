package muster.packs.warehouse.features;

import java.util.List;

/// A table to be generated.
///
/// @param from tables that have to be there before
/// @param query its rows
public record FeatureTable(String name, List<String> from, String query) {
    public FeatureTable {
        from = List.copyOf(from);
    }
}
