package muster.packs.warehouse.features;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Sql;

/// Many pairs at one time: `var` of a currency's pairs, `mkt` of all.
final class Crowd {
    private static final Map<String, List<String>> OF_FAMILY = Map.of(
            "agg", List.of("agg_mean", "agg_std", "agg_range"),
            "mom", List.of("mom_diff", "mom_strength"),
            "vol", List.of("vol_realized", "vol_atr"),
            "reg", List.of("reg_slope", "reg_std", "reg_r2"),
            "align", List.of("zscore", "pos"));

    /// Features that change their sign when base and quote change places.
    private static final List<String> SIGNED = List.of("agg_mean", "mom_diff", "reg_slope", "zscore");

    private Crowd() {}

    /// Mean and variance over the pairs of a currency.
    static Sheet var(String family, String currency, List<Series> pairs) {
        var features = columns(family, pairs.getFirst(), OF_FAMILY.getOrDefault(family, List.of()));
        var rows = pairs.stream()
                .map(series -> rows(family, series, features, sign(series, currency)))
                .collect(Collectors.joining(" UNION ALL "));
        var figures = features.stream()
                .map(feature -> {
                    var name = feature.substring(feature.indexOf('_') + 1);
                    return "avg(%1$s) AS avg_%2$s, var_samp(%1$s) AS var_%2$s".formatted(feature, plain(feature, name));
                })
                .collect(Collectors.joining(", "));
        var sheet = grouped(rows, figures)
                .put("currency_family", "'%s'".formatted(currency))
                .keep("pairs_in_family");
        features.forEach(feature -> {
            var name = plain(feature, feature.substring(feature.indexOf('_') + 1));
            sheet.keep("avg_" + name, "var_" + name);
        });
        return sheet;
    }

    /// `zscore_45` and `pos_45` have no family in front.
    private static String plain(String feature, String name) {
        return feature.startsWith("zscore") || feature.startsWith("pos") ? feature : name;
    }

    private static int sign(Series series, String currency) {
        return series.isCorrected() && series.isMomentum() && !series.pair().startsWith(currency) ? -1 : 1;
    }

    static List<String> columns(String family, Series series, List<String> features) {
        var windows = switch (family) {
            case "mom", "align" -> series.upTo(1440);
            case "vol" -> series.upTo(720);
            case String other -> series.windows();
        };
        return features.stream()
                .flatMap(feature -> windows.stream().map(w -> feature + "_" + w))
                .toList();
    }

    static String rows(String family, Series series, List<String> features, int sign) {
        return features.stream()
                .map(feature -> sign < 0 && SIGNED.contains(feature.substring(0, feature.lastIndexOf('_')))
                        ? "-%1$s AS %1$s".formatted(feature)
                        : feature)
                .collect(Collectors.joining(
                        ", ", "SELECT " + Sheet.KEY + ", ", " FROM " + Sql.identifier(series.table(family))));
    }

    static Sheet grouped(String rows, String figures) {
        return new Sheet(
                "(SELECT %1$s, count(*) AS pairs_in_family, %2$s FROM (%3$s) p GROUP BY %1$s) s"
                        .formatted(Sheet.KEY, figures, rows),
                List.of());
    }
}
