package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import muster.packs.warehouse.naming.Variant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every column of every generated table against the same formula in plain loops, written from the notes and not from
/// the SQL; for independent walks after planted stretches: constant, a curve, a saw and a jump. A column without a
/// twin fails.
class FormulasTest {
    private static final List<String> PAIRS = List.of("eurgbp", "eurusd", "gbpusd");
    /// Momentum over 90 rows, then 720 rows of it, then some.
    private static final int ROWS = 830;

    private static final LocalDateTime START = LocalDateTime.of(2024, 2, 23, 0, 0);
    private static final Map<String, String> CROWD = Map.of(
            "agg", "agg_mean agg_std agg_range",
            "mom", "mom_diff mom_strength",
            "vol", "vol_realized vol_atr",
            "reg", "reg_slope reg_std reg_r2",
            "align", "zscore pos");

    @TempDir
    Path folder;

    private final Map<String, Supplier<Twin>> twins = new LinkedHashMap<>();
    private final Map<String, Twin> known = new TreeMap<>();

    @ParameterizedTest
    @EnumSource
    void everyColumnIsWhatTheFormulaSays(Formula formula) throws Exception {
        var made = made(formula);
        for (var variant : List.of(Variant.IDX, Variant.BQX)) {
            var pairs = new ArrayList<TwinPair>();
            for (var pair : PAIRS) {
                pairs.add(new TwinPair(
                        pair, variant, formula, List.of(45, 90), TwinPair.bars(made.table("base_idx_" + pair))));
            }
            ofPairs(pairs);
            acrossPairs(pairs);
            corr(pairs, made.column("_muster_series_spy", "close_idx"));
        }

        var tables = new TreeSet<>(made.scratch().catalog().tables());
        tables.removeIf(name -> name.startsWith("base_idx") || name.startsWith("_muster"));
        assertThat(tables).containsExactlyInAnyOrderElementsOf(twins.keySet());
        assertAll(tables.stream().map(table -> () -> twins.get(table).get().holds(table, made.table(table))));
    }

    private void ofPairs(List<TwinPair> pairs) {
        for (var pair : pairs) {
            var name = "_" + pair.variant().token() + "_" + pair.pair();
            twins.put("agg" + name, () -> table("agg", pair));
            twins.put("align" + name, () -> table("align", pair));
            twins.put("mom" + name, () -> table("mom", pair));
            twins.put("vol" + name, () -> table("vol", pair));
            twins.put("reg" + name, () -> table("reg", pair));
            twins.put("lag" + name, () -> TwinLags.lag(pair));
            twins.put("regime" + name, () -> TwinLags.regime(pair));
            if (pair.momentum()) {
                twins.put("base" + name, pair::base);
                twins.put("der" + name, () -> TwinTurns.der(pair));
                twins.put("rev" + name, () -> TwinTurns.rev(pair));
                twins.put("div" + name, () -> TwinTurns.div(pair));
                twins.put("ext" + name, () -> TwinTurns.ext(pair));
                twins.put("mrt" + name, () -> TwinTurns.mrt(pair));
                twins.put("cyc" + name, () -> TwinTurns.cyc(pair));
            } else {
                twins.put("tmp" + name, () -> TwinCalendar.tmp(times()));
            }
        }
    }

    private void acrossPairs(List<TwinPair> pairs) {
        var variant = pairs.getFirst().variant().token();
        for (var kind : List.of("agg", "align", "mom", "vol", "reg", "lag", "regime")) {
            for (int i = 0; i < pairs.size(); i++) {
                for (var second : pairs.subList(i + 1, pairs.size())) {
                    var first = pairs.get(i);
                    twins.put(
                            "cov_%s_%s_%s_%s".formatted(kind, variant, first.pair(), second.pair()),
                            () -> TwinSpreads.cov(kind, first, second, value(kind, first), value(kind, second)));
                }
            }
        }
        var legs = List.of(pairs.get(0), pairs.get(2), pairs.get(1));
        twins.put("tri_agg_%s_eur_gbp_usd".formatted(variant), () -> TwinTriangles.tri(legs));
        twins.put("tri_reg_%s_eur_gbp_usd".formatted(variant), () -> TwinTriangles.reg(legs, tables("reg", legs)));
        CROWD.forEach((kind, features) -> List.of("eur", "gbp", "usd").forEach(currency -> {
            var own = pairs.stream()
                    .filter(each -> each.pair().contains(currency))
                    .toList();
            twins.put(
                    "var_%s_%s_%s".formatted(kind, variant, currency),
                    () -> TwinCrowd.var(currency, own, tables(kind, own), features));
        }));
        Map.of("vol", "vol", "agg", "agg", "regime", "reg", "sentiment", "mom")
                .forEach((kind, of) -> twins.put(
                        "mkt_%s_%s".formatted(kind, variant), () -> TwinCrowd.mkt(kind, pairs, tables(of, pairs))));
    }

    private void corr(List<TwinPair> pairs, double[] fund) {
        pairs.forEach(pair -> twins.put(
                "corr_etf_%s_%s_spy".formatted(pair.variant().token(), pair.pair()),
                () -> TwinSpreads.corr(pair, "spy", fund)));
    }

    private List<Twin> tables(String family, List<TwinPair> pairs) {
        return pairs.stream().map(pair -> table(family, pair)).toList();
    }

    private Twin table(String family, TwinPair pair) {
        return known.computeIfAbsent(family + pair.variant() + pair.pair(), _ -> switch (family) {
            case "agg" -> TwinLevels.agg(pair);
            case "align" -> TwinLevels.align(pair);
            case "mom" -> TwinMoves.mom(pair);
            case "vol" -> TwinMoves.vol(pair);
            case String reg -> TwinRegression.reg(pair);
        });
    }

    private double[] value(String kind, TwinPair pair) {
        var column = Map.of(
                        "agg", "agg_mean_45",
                        "mom", "mom_diff_45",
                        "vol", "vol_realized_45",
                        "reg", "reg_slope_45",
                        "align", "zscore_45")
                .get(kind);
        return column == null || !pair.corrected()
                ? pair.y()
                : table(kind, pair).get(column);
    }

    private List<LocalDateTime> times() {
        return java.util.stream.IntStream.range(0, ROWS)
                .mapToObj(i -> START.plusMinutes(17L * i))
                .toList();
    }

    private Generated made(Formula formula) throws Exception {
        Files.createDirectories(folder.resolve("real"));
        long seed = 20251213;
        var times = times();
        for (var subject : List.of("eurgbp", "eurusd", "gbpusd", "spy")) {
            var close = series(seed++);
            var lines = new StringBuilder("time,open,high,low,close,volume\n");
            for (int i = 0; i < ROWS; i++) {
                double open = close[Math.max(0, i - 1)];
                lines.append("%s,%s,%s,%s,%s,%d%n"
                        .formatted(
                                times.get(i),
                                open,
                                Math.max(open, close[i]) + 0.25,
                                Math.min(open, close[i]) - 0.25,
                                close[i],
                                i % 13));
            }
            Files.writeString(folder.resolve("real").resolve(subject + ".csv"), lines);
        }
        return Generated.in(
                Files.createDirectories(folder),
                "series=files",
                "files=real",
                "windows=45,90",
                "formula=" + formula.word());
    }

    /// Constant, a curve, a saw; then a jump and a walk.
    private static double[] series(long seed) {
        var random = new Random(seed);
        long k = seed % 4 + 1;
        var close = each(ROWS, _ -> 100);
        for (int i = 110; i < ROWS; i++) {
            int at = i - 110;
            if (i < 220) {
                close[i] = 100 + at * (k + 3) / 64.0 + k * at * at / 4096.0;
            } else if (i < 330) {
                close[i] = 100 + i % (5 + k) * (1 + (i - 220) / 256.0);
            } else {
                close[i] = (i == 330 ? 64 : close[i - 1]) * Math.exp(random.nextGaussian() * 0.002);
            }
        }
        return close;
    }
}
