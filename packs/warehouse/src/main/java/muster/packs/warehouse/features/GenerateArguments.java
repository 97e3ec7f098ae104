package muster.packs.warehouse.features;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Variant;
import muster.packs.warehouse.series.MarketShape;

/// The arguments of `warehouse.generate`, read.
///
/// @param market the synthetic market; its rows are not used where series are not synthetic
record GenerateArguments(Wanted wanted, MarketShape market) {
    /// Strongest first, as pairs are written in the market.
    /// Names of all arguments of the action.
    static final List<String> NAMES = List.of(
            "families",
            "variant",
            "formula",
            "windows",
            "currencies",
            "pairs",
            "assets",
            "series",
            "rows",
            "step",
            "start",
            "seed",
            "correlation",
            "files",
            "level",
            "parallel");

    private static final String CURRENCIES = "eur,gbp,aud,nzd,usd,cad,chf,jpy";

    private static final String ASSETS = "ewa,ewg,ewj,ewu,gld,spy,uup,vix";
    private static final String WINDOWS = "45,90,180,360,720,1440,2880";
    private static final List<String> ACROSS = List.of("cov", "tri", "var", "mkt", "corr");
    private static final int MOST_ROWS = 100_000_000;
    private static final int MOST_MINUTES = 1440;

    static GenerateArguments of(Arguments arguments, NamingStandard standard) {
        var order = List.of(CURRENCIES.split(","));
        var asked = list(arguments, "currencies", CURRENCIES);
        var unknown = asked.stream().filter(each -> !order.contains(each)).toList();
        if (!unknown.isEmpty() || asked.size() < 2) {
            throw new WrongArgument("currencies must be two or more of %s, got %s".formatted(CURRENCIES, asked));
        }
        var market = new MarketShape(
                order.stream().filter(asked::contains).toList(),
                list(arguments, "assets", ASSETS),
                correlation(arguments),
                new MarketShape.Span(
                        arguments.instant("start", java.time.Instant.parse("2025-01-01T00:00:00Z")),
                        Duration.ofMinutes(arguments.number("step", 1, MOST_MINUTES)),
                        arguments.number("rows", 10_000, MOST_ROWS)),
                arguments.number("seed", 1, Integer.MAX_VALUE));
        var pairs = arguments.text("pairs", "all").equals("all") ? market.pairs() : pairs(arguments, market);
        var wanted = new Wanted(market.currencies(), pairs, market.assets(), families(arguments), manner(arguments));
        var nameless = Catalogue.waves(wanted).stream()
                .flatMap(List::stream)
                .map(FeatureTable::name)
                .filter(name -> !standard.allows(name))
                .toList();
        if (!nameless.isEmpty()) {
            throw new WrongArgument("the standard has no such names: " + nameless);
        }
        return new GenerateArguments(wanted, market);
    }

    private static List<String> pairs(Arguments arguments, MarketShape market) {
        var asked = list(arguments, "pairs", "");
        var unknown =
                asked.stream().filter(pair -> !market.pairs().contains(pair)).toList();
        if (!unknown.isEmpty()) {
            throw new WrongArgument("pairs must be of the currencies and in market order, got %s; Maybe one of %s"
                    .formatted(unknown, market.pairs()));
        }
        return market.pairs().stream().filter(asked::contains).toList();
    }

    private static Set<String> families(Arguments arguments) {
        var all = Stream.concat(Arrays.stream(PairFamily.values()).map(PairFamily::word), ACROSS.stream())
                .toList();
        var asked = arguments.text("families", "all").equals("all") ? all : list(arguments, "families", "");
        if (asked.contains("csi")) {
            throw new WrongArgument("csi has no rule in the standard, so that no name of its tables could be right;"
                    + " Maybe take var, which has the same pairs of a currency");
        }
        if (!all.containsAll(asked)) {
            throw new WrongArgument("families must be all, or some of %s, got %s".formatted(all, asked));
        }
        return new LinkedHashSet<>(asked);
    }

    private static Wanted.Manner manner(Arguments arguments) {
        var variants = switch (arguments.oneOf("variant", List.of("both", "idx", "bqx"))) {
            case "idx" -> Set.of(Variant.IDX);
            case "bqx" -> Set.of(Variant.BQX);
            case String both -> new LinkedHashSet<>(List.of(Variant.IDX, Variant.BQX));
        };
        var windows = new TreeSet<Integer>();
        for (var window : list(arguments, "windows", WINDOWS)) {
            if (!List.of(WINDOWS.split(",")).contains(window)) {
                throw new WrongArgument("windows must be some of %s, got '%s'".formatted(WINDOWS, window));
            }
            windows.add(Integer.parseInt(window));
        }
        if (!windows.contains(Series.MOMENTUM)) {
            throw new WrongArgument("windows must have " + Series.MOMENTUM + ", the window of the values of momentum");
        }
        var formula = Formula.valueOf(
                arguments.oneOf("formula", List.of("corrected", "stated")).toUpperCase(Locale.ROOT));
        return new Wanted.Manner(variants, formula, List.copyOf(windows));
    }

    private static double correlation(Arguments arguments) {
        var text = arguments.text("correlation", "0.3");
        if (!text.matches("0(\\.[0-9]{1,6})?")) {
            throw new WrongArgument("correlation must be from 0 to below 1, such as 0.3, got '%s'".formatted(text));
        }
        return Double.parseDouble(text);
    }

    private static List<String> list(Arguments arguments, String name, String otherwise) {
        return Arrays.stream(arguments.text(name, otherwise).split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }
}
