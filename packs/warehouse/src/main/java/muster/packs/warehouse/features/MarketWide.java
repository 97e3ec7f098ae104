package muster.packs.warehouse.features;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All pairs at one time: `mkt`. Dispersion is the `agg` of the standard's list.
final class MarketWide {
    /// The families that a table is made from.
    static final SortedMap<String, String> SOURCES = Collections.unmodifiableSortedMap(
            new TreeMap<>(Map.of("vol", "vol", "agg", "agg", "regime", "reg", "sentiment", "mom")));

    /// Windows of the columns that the project's tables have.
    private static final int LONGEST = 720;

    private static final int LONGEST_OF_REGIMES = 90;

    private MarketWide() {}

    static Sheet mkt(String kind, List<Series> pairs) {
        var family = SOURCES.getOrDefault(kind, kind);
        var series = pairs.getFirst();
        var features = Crowd.columns(family, series, features(kind)).stream()
                .filter(feature -> window(feature) <= (kind.equals("regime") ? LONGEST_OF_REGIMES : LONGEST))
                .toList();
        var rows = pairs.stream()
                .map(each -> Crowd.rows(family, each, features, 1))
                .collect(Collectors.joining(" UNION ALL "));
        var figures = new ArrayList<Figure>();
        features.forEach(feature -> figures.addAll(figures(feature)));
        var sheet = Crowd.grouped(
                rows,
                figures.stream()
                        .map(each -> each.expression() + " AS " + each.name())
                        .collect(Collectors.joining(", ")));
        sheet.put("scope", "'all'").put("pairs_count", "pairs_in_family");
        figures.forEach(each -> sheet.keep(each.name()));
        return sheet;
    }

    private static int window(String feature) {
        return Integer.parseInt(feature.substring(feature.lastIndexOf('_') + 1));
    }

    private record Figure(String name, String expression) {}

    private static List<String> features(String kind) {
        return switch (kind) {
            case "vol" -> List.of("vol_realized", "vol_atr", "vol_normalized");
            case "agg" -> List.of("agg_mean", "agg_position");
            case "regime" -> List.of("reg_direction", "reg_slope");
            case String other -> List.of("mom_roc", "mom_strength");
        };
    }

    private static List<Figure> figures(String feature) {
        int cut = feature.lastIndexOf('_');
        var window = feature.substring(cut);
        return switch (feature.substring(0, cut)) {
            case "vol_realized" ->
                List.of(
                        average("mkt_vol_realized" + window, feature),
                        new Figure("mkt_vol_dispersion" + window, "stddev_samp(%s)".formatted(feature)));
            case "vol_atr" -> List.of(average("mkt_vol_atr" + window, feature));
            case "vol_normalized" -> List.of(average("mkt_vol_normalized" + window, feature));
            case "agg_mean" ->
                List.of(
                        range("mkt_dispersion_mean" + window, feature),
                        new Figure("mkt_spread_std" + window, "stddev_samp(%s)".formatted(feature)));
            case "agg_position" -> List.of(range("mkt_dispersion_position" + window, feature));
            case "reg_direction" ->
                List.of(
                        average("mkt_direction" + window, feature),
                        count("pairs_trending_up" + window, feature + " > 0"),
                        count("pairs_trending_down" + window, feature + " < 0"));
            case "reg_slope" -> List.of(average("mkt_slope" + window, feature));
            case "mom_roc" ->
                List.of(
                        average("mkt_avg_momentum" + window, feature),
                        new Figure("mkt_net_direction" + window, "sum(sign(%s))".formatted(feature)));
            case String other -> List.of(average("mkt_avg_strength" + window, feature));
        };
    }

    private static Figure average(String name, String feature) {
        return new Figure(name, "avg(%s)".formatted(feature));
    }

    private static Figure range(String name, String feature) {
        return new Figure(name, "max(%1$s) - min(%1$s)".formatted(feature));
    }

    private static Figure count(String name, String condition) {
        return new Figure(name, "sum(%s)".formatted(Series.flag(condition)));
    }
}
