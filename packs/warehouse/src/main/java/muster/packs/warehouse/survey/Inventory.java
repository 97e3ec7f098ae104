package muster.packs.warehouse.survey;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.inventory`: how many tables there are, of which families, and how many break the standard. Views do not
/// count as tables.
public record Inventory(NamingStandard standard, InstantSource clock) implements SessionAction {
    private static final int MOST_TABLES = 100_000_000;

    @Override
    public ActionResult perform(Session session, ActionCall call) throws SQLException {
        var listings = Listings.read(session);
        var disagreement = listings.disagreement();
        if (disagreement != null) {
            return new ActionResult.Failed(disagreement);
        }
        var arguments = Arguments.of(call);
        var tables = listings.first().tables();
        int expected = arguments.number("expected", Math.max(1, tables.size()), MOST_TABLES);
        if (arguments.texts().containsKey("expected") && expected != tables.size()) {
            return new ActionResult.Failed("expected %d tables, found %d".formatted(expected, tables.size()));
        }
        return outputs(listings.first(), tables).succeeded();
    }

    private Outputs outputs(Catalog catalog, List<String> tables) {
        var verdicts = standard.on(clock.instant().atZone(ZoneOffset.UTC).toLocalDate())
                .judge(tables);
        var outputs = new Outputs()
                .put("tables", tables.size())
                .put("views", catalog.views().size())
                .put("rules", standard.name() + " " + standard.version());
        count(verdicts, Verdict::category).forEach((category, count) -> outputs.put("category." + category, count));
        count(verdicts, each -> each.remedy().name())
                .forEach((remedy, count) -> outputs.put("remedy." + remedy, count));
        violations(standard, verdicts, outputs, "violations.%s");
        return outputs;
    }

    /// The counts of the definitions that the standard names; of others nothing is known.
    ///
    /// @param name of the figure, with the reading to be filled in
    static void violations(NamingStandard standard, List<Verdict> verdicts, Outputs outputs, String name) {
        for (var reading : standard.readings()) {
            outputs.put(
                    name.formatted(reading),
                    verdicts.stream()
                            .filter(each -> each.violated().contains(reading))
                            .count());
        }
    }

    private static Map<String, Long> count(List<Verdict> verdicts, Function<Verdict, String> by) {
        return verdicts.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }
}
