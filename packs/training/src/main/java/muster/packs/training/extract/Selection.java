package muster.packs.training.extract;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Wildcards;

/// Which tables are wanted.
///
/// @param pair tables of this pair, of either of its currencies, and of the whole market; empty for every pair
record Selection(Wildcards tables, String pair) {
    private static final String MARKET = "mkt";
    private static final int CURRENCY = 3;

    static Selection of(Arguments arguments) {
        return new Selection(Wildcards.of(arguments.text("tables", "*")), arguments.text("pair", ""));
    }

    boolean wants(String table) {
        return tables.fit(table) && (pair.isEmpty() || concerns(table));
    }

    private boolean concerns(String table) {
        var parts = Arrays.stream(table.split("_")).collect(Collectors.toSet());
        return parts.contains(MARKET) || subjects().anyMatch(parts::contains);
    }

    private Stream<String> subjects() {
        return pair.length() == 2 * CURRENCY
                ? Stream.of(pair, pair.substring(0, CURRENCY), pair.substring(CURRENCY))
                : Stream.of(pair);
    }
}
