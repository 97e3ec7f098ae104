package muster.packs.warehouse.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Every name that the notes on the standard promise, by nested loops over its words: written without the rule
/// file, the forms or their patterns.
final class ExpectedNames {
    private static final String[] STRONGEST_FIRST = {"eur", "gbp", "aud", "nzd", "usd", "cad", "chf", "jpy"};
    private static final String[] FAMILIES = {
        "agg", "mom", "vol", "reg", "align", "der", "rev", "lag", "regime", "mrt", "cyc", "ext", "div", "tmp"
    };
    private static final String[] CROWDS = {"agg", "align", "mom", "vol", "reg"};
    private static final String[] SPREADS = {"agg", "align", "mom", "vol", "reg", "lag", "regime"};
    private static final String[] MARKET = {"agg", "vol", "regime", "sentiment"};
    private static final String[] FUNDS = {"ewa", "ewg", "ewj", "ewu", "gld", "spy", "uup", "vix"};

    private final SortedMap<String, Set<String>> byFamily = new TreeMap<>();

    static SortedMap<String, Set<String>> all() {
        var names = new ExpectedNames();
        for (var variant : List.of("idx", "bqx")) {
            names.ofVariant(variant);
        }
        return names.byFamily;
    }

    static List<String> pairs() {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < STRONGEST_FIRST.length; i++) {
            for (int j = i + 1; j < STRONGEST_FIRST.length; j++) {
                pairs.add(STRONGEST_FIRST[i] + STRONGEST_FIRST[j]);
            }
        }
        return pairs;
    }

    private void ofVariant(String variant) {
        for (var kind : MARKET) {
            add("mkt", kind, variant);
        }
        for (var pair : pairs()) {
            add("base", variant, pair);
            for (var family : FAMILIES) {
                byFamily.computeIfAbsent("primary", _ -> new TreeSet<>()).add(family + "_" + variant + "_" + pair);
            }
            for (var fund : FUNDS) {
                add("corr", "etf", variant, pair, fund);
            }
            spreads(variant, pair);
        }
        for (var currency : STRONGEST_FIRST) {
            for (var kind : CROWDS) {
                add("var", kind, variant, currency);
            }
            triangles(variant, currency);
        }
    }

    private void spreads(String variant, String first) {
        for (var second : pairs()) {
            for (var kind : SPREADS) {
                if (first.compareTo(second) < 0) {
                    add("cov", kind, variant, first, second);
                }
            }
        }
    }

    private void triangles(String variant, String first) {
        for (var second : STRONGEST_FIRST) {
            for (var third : STRONGEST_FIRST) {
                for (var kind : CROWDS) {
                    if (first.compareTo(second) < 0 && second.compareTo(third) < 0) {
                        add("tri", kind, variant, first, second, third);
                    }
                }
            }
        }
    }

    private void add(String family, String... rest) {
        byFamily.computeIfAbsent(family, _ -> new TreeSet<>()).add(family + "_" + String.join("_", rest));
    }
}
