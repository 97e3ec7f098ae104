package muster.packs.warehouse.change;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.rename`: gives tables the names that the standard wants, and leaves views under the old ones.
///
/// A batch is one transaction: rename, view, journal. What is to be done is read from the live catalog, so a call that
/// was killed is simply made again.
///
/// @param folder where a mapping file may lie
public record Rename(NamingStandard standard, InstantSource clock, Path folder) implements SessionAction {
    /// Batches of 100 were measured to be 8 times faster than single statements.
    private static final int BATCH = 100;

    private static final int MOST_PER_BATCH = 1000;

    /// The mandate's grace period.
    private static final int GRACE_DAYS = 30;

    private static final int MOST_GRACE_DAYS = 3650;

    @Override
    public ActionResult perform(Session session, ActionCall call)
            throws SQLException, IOException, InterruptedException {
        var arguments = Arguments.of(call);
        var now = clock.instant();
        var inForce = standard.on(now.atZone(ZoneOffset.UTC).toLocalDate());
        var estate = Estate.read(session, inForce);
        var wishes = Wishes.read(session, estate, arguments, folder);
        if (!wishes.problems().isEmpty()) {
            return new ActionResult.Failed(String.join("\n", wishes.problems()));
        }
        var oldName = RenamePlan.OldName.valueOf(
                arguments.oneOf("old-name", List.of("grace", "gone")).toUpperCase(Locale.ROOT));
        var plan = RenamePlan.check(
                wishes.wanted(),
                Surroundings.read(session, estate.catalog()),
                new RenamePlan.Rules(inForce::allows, oldName, session.dialect().capabilities()));
        var decisions = new ArrayList<>(wishes.decisions());
        decisions.addAll(new Occupied(session, estate.catalog()).withEvidence(plan.decisions(), plan.holders()));
        if (arguments.oneOf("occupied", List.of("report", "ask")).equals("ask") && !decisions.isEmpty()) {
            return new ActionResult.NeedsDecision(
                    decisions.stream().map(Decision::toString).toList());
        }
        var journal = Journal.open(session, call.key());
        journal.begin(Before.of(estate.verdicts()), now, decisions);
        var days = arguments.number("grace-days", GRACE_DAYS, MOST_GRACE_DAYS);
        var left = new Batches(session, journal, oldName, now, now.plus(Duration.ofDays(days)))
                .carryOut(plan.renamings(), arguments.number("batch", BATCH, MOST_PER_BATCH), call);
        if (!left.isEmpty()) {
            decisions.addAll(left);
            journal.rememberDecisions(decisions);
        }
        return new Outputs()
                .put("renamed", journal.inForce().size())
                .put("renamed.now", plan.renamings().size() - left.size())
                .put("decisions", decisions.size())
                .succeeded();
    }
}
