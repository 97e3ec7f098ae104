package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.each;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/// `var` and `mkt` in plain loops: figures over pairs at one time, of those that have a value.
final class TwinCrowd {
    private static final List<String> SIGNED = List.of("agg_mean", "mom_diff", "reg_slope", "zscore");

    private TwinCrowd() {}

    /// @param features by their names in the tables of pairs, without a window, divided by spaces
    /// @param tables of the pairs, in the order of the pairs
    static Twin var(String currency, List<TwinPair> pairs, List<Twin> tables, String features) {
        int rows = pairs.getFirst().rows();
        var twin = new Twin()
                .say("currency_family", rows, _ -> currency)
                .put("pairs_in_family", each(rows, _ -> pairs.size()));
        for (var feature : features.split(" ", -1)) {
            boolean plain = feature.equals("zscore") || feature.equals("pos");
            for (int w : pairs.getFirst().windows()) {
                IntFunction<double[]> values =
                        row -> at(tables, feature + "_" + w, row, pair -> sign(pairs.get(pair), currency, feature));
                var name = (plain ? feature : feature.substring(4)) + "_" + w;
                twin.put("avg_" + name, figure(rows, values, Plain::mean))
                        .put("var_" + name, figure(rows, values, x -> Math.pow(Plain.deviation(x), 2)));
            }
        }
        return twin;
    }

    private static int sign(TwinPair pair, String currency, String feature) {
        return pair.corrected()
                        && pair.momentum()
                        && SIGNED.contains(feature)
                        && pair.pair().endsWith(currency)
                ? -1
                : 1;
    }

    static Twin mkt(String kind, List<TwinPair> pairs, List<Twin> tables) {
        int rows = pairs.getFirst().rows();
        var twin = new Twin().say("scope", rows, _ -> "all").put("pairs_count", each(rows, _ -> pairs.size()));
        for (int w : pairs.getFirst().upTo(kind.equals("regime") ? 90 : 720)) {
            switch (kind) {
                case "vol" -> {
                    put(twin, tables, "mkt_vol_realized_" + w, "vol_realized_" + w, Plain::mean);
                    put(twin, tables, "mkt_vol_dispersion_" + w, "vol_realized_" + w, Plain::deviation);
                    put(twin, tables, "mkt_vol_atr_" + w, "vol_atr_" + w, Plain::mean);
                    put(twin, tables, "mkt_vol_normalized_" + w, "vol_normalized_" + w, Plain::mean);
                }
                case "agg" -> {
                    put(twin, tables, "mkt_dispersion_mean_" + w, "agg_mean_" + w, x -> Plain.max(x) - Plain.min(x));
                    put(twin, tables, "mkt_spread_std_" + w, "agg_mean_" + w, Plain::deviation);
                    put(
                            twin,
                            tables,
                            "mkt_dispersion_position_" + w,
                            "agg_position_" + w,
                            x -> Plain.max(x) - Plain.min(x));
                }
                case "regime" -> {
                    put(twin, tables, "mkt_direction_" + w, "reg_direction_" + w, Plain::mean);
                    put(twin, tables, "mkt_slope_" + w, "reg_slope_" + w, Plain::mean);
                    put(twin, tables, "pairs_trending_up_" + w, "reg_direction_" + w, x -> count(x, 1));
                    put(twin, tables, "pairs_trending_down_" + w, "reg_direction_" + w, x -> count(x, -1));
                }
                case String sentiment -> {
                    put(twin, tables, "mkt_avg_momentum_" + w, "mom_roc_" + w, Plain::mean);
                    put(twin, tables, "mkt_avg_strength_" + w, "mom_strength_" + w, Plain::mean);
                    put(
                            twin,
                            tables,
                            "mkt_net_direction_" + w,
                            "mom_roc_" + w,
                            x -> Arrays.stream(x).map(Math::signum).sum());
                }
            }
        }
        return twin;
    }

    private static double count(double[] x, double direction) {
        return Arrays.stream(x).filter(value -> value == direction).count();
    }

    private static void put(
            Twin twin, List<Twin> tables, String name, String feature, ToDoubleFunction<double[]> figure) {
        int rows = tables.getFirst().get(feature).length;
        twin.put(name, figure(rows, row -> at(tables, feature, row, _ -> 1), figure));
    }

    private static double[] figure(int rows, IntFunction<double[]> values, ToDoubleFunction<double[]> figure) {
        return each(rows, row -> {
            var known = values.apply(row);
            return known.length == 0 ? Double.NaN : figure.applyAsDouble(known);
        });
    }

    private static double[] at(List<Twin> tables, String feature, int row, java.util.function.IntUnaryOperator sign) {
        return java.util.stream.IntStream.range(0, tables.size())
                .mapToDouble(pair -> sign.applyAsInt(pair) * tables.get(pair).get(feature)[row])
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }
}
