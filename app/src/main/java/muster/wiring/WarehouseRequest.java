package muster.wiring;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// An action of the warehouse that a person asks for.
///
/// @param action without the name of the pack, such as `rename`
/// @param key the same for every attempt at the same change
public record WarehouseRequest(String action, String key, SortedMap<String, String> arguments, WarehouseMode mode) {
    public WarehouseRequest {
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    }
}
