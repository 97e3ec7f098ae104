package muster.coordination;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a side measured.
///
/// @param side counts from 0
public record Measurement(int side, SortedMap<String, BigDecimal> values, Instant at) {
    public Measurement {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
