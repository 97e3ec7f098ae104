package muster.packs.warehouse.generate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What to generate; the same request gives the same rows.
///
/// @param tables columns by table name, in the order of creation
/// @param rows rows per table (window tables have some more, see the feature notes), at least 1
public record GenerationRequest(
        Map<String, List<Column>> tables, int rows, long seed, Map<String, Adversary> adversaries) {
    /// Enough rows to tell the variants apart.
    public static final int DEFAULT_ROWS = 24;

    public GenerationRequest {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, got " + rows);
        }
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        adversaries = Map.copyOf(adversaries);
    }

    /// A request at the default number of rows, with honest data.
    public static GenerationRequest of(Map<String, List<Column>> tables) {
        return new GenerationRequest(tables, DEFAULT_ROWS, 1, Map.of());
    }
}
