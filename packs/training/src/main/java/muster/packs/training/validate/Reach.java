package muster.packs.training.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Changes of a running mean that reaches into the future. That of the rows from `k` before to `k` after changes as
/// `b(t + k) - b(t - k - 1)`, that of the `k` rows ahead as `b(t + k) - b(t)`, which are sums of the changes of `b`.
final class Reach {
    private final String words;
    private final double[] changes;

    /// @param words which mean
    /// @param changes NaN where not all of its rows are in the block
    private Reach(String words, double[] changes) {
        this.words = words;
        this.changes = changes;
    }

    /// All means that reach no further ahead than the horizon of a target.
    ///
    /// @param future changes of the target, which are those of `b` so many rows later
    static List<Reach> of(Target target, double[] future) {
        int horizon = target.horizon();
        var around = shifted(future, -horizon);
        var ahead = shifted(future, 1 - horizon);
        var all = new ArrayList<Reach>();
        for (int k = 1; k <= horizon; k++) {
            around = sum(around, shifted(future, -horizon - k), shifted(future, k - horizon));
            all.add(new Reach("from %d rows before to %d rows later".formatted(k, k), around));
            if (k > 1) {
                ahead = sum(ahead, shifted(future, k - horizon));
                all.add(new Reach("over the %d rows ahead".formatted(k), ahead));
            }
        }
        return all;
    }

    /// Which mean it is, such as `over the 10 rows ahead`.
    String words() {
        return words;
    }

    /// Whether a feature changes so; its correlation is above [Shift#COPY].
    boolean isOf(double[] feature) {
        return Shift.strongest(feature, changes, 0, 0).isCopy();
    }

    private static double[] shifted(double[] series, int rows) {
        var shifted = new double[series.length];
        Arrays.setAll(shifted, row -> row + rows < 0 || row + rows >= series.length ? Double.NaN : series[row + rows]);
        return shifted;
    }

    private static double[] sum(double[]... series) {
        var sum = new double[series[0].length];
        for (var each : series) {
            Arrays.setAll(sum, row -> sum[row] + each[row]);
        }
        return sum;
    }
}
