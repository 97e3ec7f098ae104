package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.each;
import static muster.packs.warehouse.features.Plain.minus;
import static muster.packs.warehouse.features.Plain.over;

import java.util.List;

/// `tri` in plain loops. Legs are base/quote, quote/cross and base/cross.
final class TwinTriangles {
    private static final List<String> TERMS =
            List.of("slope", "lin_term", "quad_term", "residual", "r2", "acceleration", "forecast_5", "trend_str");

    private TwinTriangles() {}

    static Twin tri(List<TwinPair> legs) {
        var first = legs.getFirst();
        var v1 = first.y();
        var v2 = legs.get(1).y();
        var v3 = legs.get(2).y();
        int rows = v1.length;
        var synthetic = each(rows, i -> synthetic(first, v1[i], v2[i]));
        var error = minus(v3, synthetic);
        var mean = first.over(error, 180, Plain::mean);
        var long180 = first.over(error, 180, Plain::deviation);
        var short45 = first.over(error, 45, Plain::deviation);
        var score = over(minus(error, mean), long180);
        return named(new Twin(), legs, List.of("base_curr", "quote_curr", "cross_curr"))
                .put("pair1_val", v1)
                .put("pair2_val", v2)
                .put("pair3_val", v3)
                .put("synthetic_val", synthetic)
                .put("tri_error", error)
                .put("error_ma_45", first.over(error, 45, Plain::mean))
                .put("error_ma_180", mean)
                .put("error_std_180", long180)
                .put("error_zscore", score)
                .put("arb_opportunity", Plain.flag(score, z -> Math.abs(z) > 2))
                .say("error_regime", rows, i -> regime(first, short45[i], long180[i]));
    }

    private static double synthetic(TwinPair pair, double one, double two) {
        if (!pair.corrected()) {
            return one * two;
        }
        return pair.momentum() ? one + two + one * two / 100 : one * two / 100;
    }

    private static String regime(TwinPair pair, double recent, double usual) {
        if (Double.isNaN(recent + usual)) {
            return pair.corrected() ? null : "normal";
        }
        return recent > 1.5 * usual ? "high_vol" : recent < 0.5 * usual ? "low_vol" : "normal";
    }

    /// @param terms the tables of the legs
    static Twin reg(List<TwinPair> legs, List<Twin> terms) {
        boolean corrected = legs.getFirst().corrected();
        var twin = named(
                new Twin(),
                legs,
                corrected ? List.of("curr1", "curr2", "curr3") : List.of("currency1", "currency2", "currency3"));
        int rows = legs.getFirst().rows();
        if (!corrected) {
            twin.say("pair_ab", rows, _ -> legs.get(0).pair())
                    .say("pair_bc", rows, _ -> legs.get(1).pair())
                    .say("pair_ac", rows, _ -> legs.get(2).pair());
        }
        for (int w : legs.getFirst().windows()) {
            for (var term : TERMS) {
                var name = "reg_" + term + "_" + w;
                var all = each(
                        rows,
                        i -> terms.get(0).get(name)[i]
                                + terms.get(1).get(name)[i]
                                - terms.get(2).get(name)[i]);
                twin.putLoose("tri_" + term + "_" + w, all)
                        .putLoose("tri_abs_" + term + "_" + w, each(rows, i -> Math.abs(all[i])));
            }
        }
        return twin;
    }

    private static Twin named(Twin twin, List<TwinPair> legs, List<String> columns) {
        int rows = legs.getFirst().rows();
        return twin.say(columns.get(0), rows, _ -> legs.get(0).pair().substring(0, 3))
                .say(columns.get(1), rows, _ -> legs.get(0).pair().substring(3))
                .say(columns.get(2), rows, _ -> legs.get(1).pair().substring(3));
    }
}
