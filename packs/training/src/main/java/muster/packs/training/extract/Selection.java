package muster.packs.training.extract;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.packs.warehouse.call.Arguments;

/// Which tables are wanted.
///
/// @param patterns names in which `*` stands for anything; one has to fit
/// @param pair tables of this pair, of either of its currencies, and of the whole market; empty for every pair
record Selection(List<Pattern> patterns, String pair) {
    private static final String MARKET = "mkt";
    private static final int CURRENCY = 3;

    static Selection of(Arguments arguments) {
        var patterns = List.of(arguments.text("tables", "*").strip().split("\\s*,\\s*")).stream()
                .map(Selection::pattern)
                .toList();
        return new Selection(patterns, arguments.text("pair", ""));
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(
                List.of(glob.split("\\*", -1)).stream().map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    boolean wants(String table) {
        return patterns.stream().anyMatch(each -> each.matcher(table).matches()) && (pair.isEmpty() || concerns(table));
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
