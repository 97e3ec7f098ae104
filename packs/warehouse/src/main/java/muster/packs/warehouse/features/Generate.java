package muster.packs.warehouse.features;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.cost.Budget;
import muster.packs.warehouse.cost.Sizes;
import muster.packs.warehouse.cost.Spending;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Lanes;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.generate`: series, momentum and feature tables. A table that was made from the same is passed over, so a
/// call that was killed is made again.
///
/// @param folder files of series lie below it
public record Generate(NamingStandard standard, InstantSource clock, Path folder) implements SessionAction {
    private static final int LANES = 2;
    private static final int MOST_LANES = 16;

    /// The action; arguments of other names are refused.
    public static SessionAction of(NamingStandard standard, InstantSource clock, Path folder) {
        return new Generate(standard, clock, folder).knowing(Budget.and(GenerateArguments.NAMES));
    }

    @Override
    public ActionResult perform(Session session, ActionCall call)
            throws SQLException, IOException, InterruptedException {
        var arguments = Arguments.of(call);
        var asked = GenerateArguments.of(arguments, standard);
        var origin = Origin.of(arguments, asked, folder);
        var spending = Spending.open(session, call.key(), Budget.of(arguments), clock);
        var making = new Making(Markers.open(session), Catalog.read(session), Sizes.read(session, List.of()), spending);
        var waves = Catalogue.waves(asked.wanted());
        var obstacles = making.obstacles(origin.tables());
        waves.forEach(wave -> obstacles.addAll(
                making.obstacles(wave.stream().map(FeatureTable::name).toList())));
        if (!obstacles.isEmpty()) {
            return new ActionResult.Failed("these tables are there and were not generated here: " + obstacles
                    + "; Maybe say series=keep, or generate into another schema");
        }
        int lanes = arguments.number("parallel", LANES, MOST_LANES);
        var done = new Done(
                call,
                origin.subjects().size() + waves.stream().mapToInt(List::size).sum());
        Lanes.among(
                session,
                lanes,
                origin.subjects(),
                (lane, subject) -> done.count(subject, origin.make(making, lane, subject)));
        for (var wave : waves) {
            Lanes.among(session, lanes, wave, (lane, table) -> done.count(table.name(), making.make(lane, table)));
        }
        spending.finish();
        return figures(asked, done.figures(session));
    }

    private static ActionResult figures(GenerateArguments asked, Outputs outputs) {
        var formula = asked.wanted().manner().formula();
        var number = 0;
        for (var correction : Correction.ALL) {
            if (correction.concerns(asked.wanted().families())) {
                outputs.put("formula.%02d.%s".formatted(++number, formula.word()), correction.toString());
            }
        }
        return outputs.succeeded();
    }
}
