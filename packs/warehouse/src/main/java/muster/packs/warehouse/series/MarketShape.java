package muster.packs.warehouse.series;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A synthetic market; the same shape gives the same series.
///
/// @param currencies strongest first, so that a pair is written with the one further left in front
/// @param assets funds and the like, each a walk of its own
/// @param correlation of any two currencies' steps, from 0 to below 1
public record MarketShape(List<String> currencies, List<String> assets, double correlation, Span span, long seed) {

    /// Rows in time.
    ///
    /// @param start time of the first row
    /// @param step time from row to row
    public record Span(Instant start, Duration step, int rows) {}

    public MarketShape {
        currencies = List.copyOf(currencies);
        assets = List.copyOf(assets);
        if (correlation < 0 || correlation >= 1) {
            throw new IllegalArgumentException("correlation must be at least 0 and below 1, got " + correlation);
        }
    }

    /// Every pair, in market order.
    public List<String> pairs() {
        return currencies.stream()
                .flatMap(base -> currencies.subList(currencies.indexOf(base) + 1, currencies.size()).stream()
                        .map(quote -> base + quote))
                .toList();
    }
}
