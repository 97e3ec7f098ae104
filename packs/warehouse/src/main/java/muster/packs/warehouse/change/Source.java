package muster.packs.warehouse.change;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A table that goes into a merge, as it was found.
///
/// @param types types by column, in order
/// @param digest of the columns, as the catalog has it
record Source(String table, Map<String, String> types, String digest, Fingerprint print) {
    Source {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    List<String> columns() {
        return List.copyOf(types.keySet());
    }
}
