package muster.packs.warehouse.features;

import java.util.List;
import muster.packs.warehouse.naming.Variant;
import muster.packs.warehouse.sql.Sql;

/// The momentum of a pair and its targets: `base_bqx`. The first `W` rows of `bqx_W` are NULL, and the last `H` rows of
/// `target_bqxW_hH`, which is the momentum `H` rows on.
final class Momentum {
    static final List<Integer> HORIZONS = List.of(15, 30, 45, 60, 75, 90, 105);

    private Momentum() {}

    static FeatureTable table(String pair, List<Integer> windows) {
        var prices = Series.base(Variant.IDX, pair);
        var sheet = new Sheet(Sql.identifier(prices) + " s", List.of()).keep("pair");
        for (int w : windows) {
            sheet.put(
                    "bqx_" + w,
                    "100 * (close_idx - lag(close_idx, %1$d) OVER t) / nullif(lag(close_idx, %1$d) OVER t, 0)"
                            .formatted(w));
        }
        sheet.next();
        for (int w : windows) {
            HORIZONS.forEach(
                    h -> sheet.put("target_bqx%d_h%d".formatted(w, h), "lead(bqx_%d, %d) OVER t".formatted(w, h)));
        }
        return new FeatureTable(Series.base(Variant.BQX, pair), List.of(prices), sheet.sql());
    }
}
