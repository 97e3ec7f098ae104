package muster.packs.warehouse.features;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import muster.packs.warehouse.naming.Variant;

/// Every table of the wanted families, by the forms of the naming standard. Tables of one wave need only those of waves
/// before.
public final class Catalogue {
    /// Families whose tables the standard names `cov_FT`, `tri_FT`, `var_FT`.
    private static final List<String> SPREAD = List.of("agg", "align", "mom", "vol", "reg", "lag", "regime");

    private static final List<String> CROWD = List.of("agg", "align", "mom", "vol", "reg");

    private final Wanted wanted;
    private final Map<String, FeatureTable> pairs = new LinkedHashMap<>();
    private final Map<String, FeatureTable> across = new LinkedHashMap<>();

    private Catalogue(Wanted wanted) {
        this.wanted = wanted;
    }

    /// Momentum, then tables of one pair, then tables across pairs. A table across pairs brings those that it needs.
    public static List<List<FeatureTable>> waves(Wanted wanted) {
        var catalogue = new Catalogue(wanted);
        for (var variant : wanted.manner().variants()) {
            catalogue.ofPairs(variant);
            catalogue.acrossPairs(variant);
        }
        var momentum = wanted.pairs().stream()
                .map(pair -> Momentum.table(pair, wanted.manner().windows()))
                .toList();
        return List.of(momentum, List.copyOf(catalogue.pairs.values()), List.copyOf(catalogue.across.values()));
    }

    private void ofPairs(Variant variant) {
        for (var family : PairFamily.values()) {
            if (wanted.families().contains(family.word()) && family.has(variant)) {
                wanted.pairs().forEach(pair -> pair(family, wanted.series(pair, variant)));
            }
        }
    }

    private void pair(PairFamily family, Series series) {
        var name = series.table(family.word());
        pairs.computeIfAbsent(
                name,
                _ -> new FeatureTable(
                        name,
                        List.of(Series.base(series.variant(), series.pair())),
                        family.sheet(series).sql()));
    }

    private void acrossPairs(Variant variant) {
        var all = wanted.pairs().stream()
                .map(pair -> wanted.series(pair, variant))
                .toList();
        if (wanted.families().contains("cov")) {
            SPREAD.forEach(family -> spreads(family, all));
        }
        if (wanted.families().contains("tri")) {
            triangles(variant);
        }
        if (wanted.families().contains("var")) {
            CROWD.forEach(family -> wanted.currencies().forEach(currency -> crowd(family, currency, all)));
        }
        if (wanted.families().contains("mkt")) {
            MarketWide.SOURCES.forEach((kind, family) -> table(
                    "mkt_%s_%s".formatted(kind, variant.token()), MarketWide.mkt(kind, all), needed(family, all)));
        }
        if (wanted.families().contains("corr")) {
            all.forEach(series -> wanted.assets()
                    .forEach(asset -> table(
                            "corr_etf_%s_%s_%s".formatted(variant.token(), series.pair(), asset),
                            Assets.corr(series, asset),
                            List.of(Series.base(variant, series.pair()), Assets.table(asset)))));
        }
    }

    /// The first pair of a name is the one that sorts first.
    private void spreads(String family, List<Series> all) {
        var sorted = all.stream().sorted(Comparator.comparing(Series::pair)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (var second : sorted.subList(i + 1, sorted.size())) {
                spread(family, sorted.get(i), second);
            }
        }
    }

    private void spread(String family, Series first, Series second) {
        var from = List.of(Spreads.source(family, first), Spreads.source(family, second));
        if (!from.getFirst().startsWith("base_")) {
            needed(family, List.of(first, second));
        }
        table(
                "cov_%s_%s_%s_%s".formatted(family, first.variant().token(), first.pair(), second.pair()),
                Spreads.cov(family, first, second),
                from);
    }

    private void triangles(Variant variant) {
        var order = wanted.currencies();
        for (var base : order) {
            for (var quote : after(order, base)) {
                after(order, quote).forEach(cross -> triangle(variant, List.of(base, quote, cross)));
            }
        }
    }

    private static List<String> after(List<String> order, String currency) {
        return order.subList(order.indexOf(currency) + 1, order.size());
    }

    /// Of the families, only regressions have a formula of their own; the others would be copies of one table.
    private void triangle(Variant variant, List<String> three) {
        var legs =
                List.of(three.get(0) + three.get(1), three.get(1) + three.get(2), three.get(0) + three.get(2)).stream()
                        .map(pair -> wanted.series(pair, variant))
                        .toList();
        if (!legs.stream().allMatch(leg -> wanted.pairs().contains(leg.pair()))) {
            return;
        }
        var sorted = String.join("_", new TreeSet<>(three));
        var bases = legs.stream().map(leg -> Series.base(variant, leg.pair())).toList();
        table("tri_agg_%s_%s".formatted(variant.token(), sorted), Triangles.tri(legs), bases);
        table("tri_reg_%s_%s".formatted(variant.token(), sorted), Triangles.reg(legs), needed("reg", legs));
    }

    private void crowd(String family, String currency, List<Series> all) {
        var own =
                all.stream().filter(series -> series.pair().contains(currency)).toList();
        if (!own.isEmpty()) {
            table(
                    "var_%s_%s_%s".formatted(family, own.getFirst().variant().token(), currency),
                    Crowd.var(family, currency, own),
                    needed(family, own));
        }
    }

    private void table(String name, Sheet sheet, List<String> from) {
        across.put(name, new FeatureTable(name, from, sheet.sql()));
    }

    /// Tables of one pair that are needed, wanted or not.
    private List<String> needed(String family, List<Series> all) {
        var member = PairFamily.valueOf(family.toUpperCase(Locale.ROOT));
        all.forEach(series -> pair(member, series));
        return all.stream().map(series -> series.table(family)).toList();
    }
}
