package muster.packs.warehouse.change;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.call.WrongFile;
import muster.packs.warehouse.cost.Budget;
import muster.packs.warehouse.cost.Spending;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.usage.ViewUse;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.rename`: gives tables the names that the standard wants, and leaves views under the old ones.
///
/// A batch is one transaction: rename, view, journal; or a [Saga] where the engine takes nothing back. What is
/// to be done is read from the live catalog, so a call that was killed is simply made again.
///
/// @param folder where a mapping file may lie
public record Rename(NamingStandard standard, InstantSource clock, Path folder) implements SessionAction {
    /// Batches of 100 were measured to be 8 times faster than single statements.
    private static final int BATCH = 100;

    private static final int MOST_PER_BATCH = 1000;

    /// The mandate's grace period.
    private static final int GRACE_DAYS = 30;

    private static final int MOST_GRACE_DAYS = 3650;

    /// The action, which knows its arguments.
    public static SessionAction of(NamingStandard standard, InstantSource clock, Path folder) {
        return new Rename(standard, clock, folder)
                .knowing(Budget.and(List.of(
                        "family", "mapping", "evidence", "old-name", "grace-days", "batch", "occupied", "wildcards")));
    }

    @Override
    public ActionResult perform(Session session, ActionCall call)
            throws SQLException, IOException, InterruptedException {
        var arguments = Arguments.of(call);
        var now = clock.instant();
        var inForce = standard.on(now.atZone(ZoneOffset.UTC).toLocalDate());
        session.takeTurn(call.key());
        var batches = batches(session, call, now);
        var carried =
                session.takesBack() ? Carried.NOTHING : Saga.of(batches, clock).settle();
        var estate = Estate.read(session, inForce);
        var wishes = Wishes.read(session, estate, call, folder);
        if (!wishes.problems().isEmpty()) {
            throw new WrongFile(wishes.problems());
        }
        var rules = new RenamePlan.Rules(
                inForce::objection, batches.oldName(), session.dialect().capabilities());
        var plan = spared(batches, arguments, wishes.plan(Surroundings.read(session, estate.catalog()), rules));
        var decisions = new ArrayList<>(carried.left());
        decisions.addAll(wishes.decisions());
        decisions.addAll(new Occupied(session, estate.catalog()).withEvidence(plan.decisions(), plan.holders()));
        if (arguments.oneOf("occupied", List.of("report", "ask")).equals("ask") && !decisions.isEmpty()) {
            return new ActionResult.NeedsDecision(
                    decisions.stream().map(Decision::toString).toList());
        }
        var journal = Journal.open(session, call.key());
        journal.begin(Before.of(estate.verdicts()), now, decisions);
        var done = carryOut(batches, plan, call);
        if (!done.left().isEmpty()) {
            decisions.addAll(done.left());
            journal.decisions().replace(decisions);
        }
        var outputs = new Outputs()
                .put(
                        "renamed",
                        session.onlyTells()
                                ? plan.renamings().size()
                                : journal.inForce().stream()
                                        .filter(each -> !each.isOnTheWay())
                                        .count())
                .put("renamed.now", plan.renamings().size() - done.left().size())
                .put("decisions", decisions.size());
        done.tell(outputs);
        return outputs.succeeded();
    }

    private static Batches batches(Session session, ActionCall call, Instant now) {
        var arguments = Arguments.of(call);
        var oldName = RenamePlan.OldName.valueOf(
                arguments.oneOf("old-name", List.of("grace", "gone")).toUpperCase(Locale.ROOT));
        var days = arguments.number("grace-days", GRACE_DAYS, MOST_GRACE_DAYS);
        return new Batches(session, Journal.of(session, call.key()), oldName, now, now.plus(Duration.ofDays(days)));
    }

    private static RenamePlan spared(Batches batches, Arguments arguments, RenamePlan plan) throws SQLException {
        boolean asked = arguments.oneOf("wildcards", List.of("wait", "break")).equals("wait");
        return asked && batches.oldName() == RenamePlan.OldName.GRACE
                ? WildcardReaders.read(batches.session()).spared(plan)
                : plan;
    }

    private Carried carryOut(Batches batches, RenamePlan plan, ActionCall call)
            throws SQLException, IOException, InterruptedException {
        int size = Arguments.of(call).number("batch", BATCH, MOST_PER_BATCH);
        var budget = Budget.of(Arguments.of(call));
        if (batches.session().takesBack()) {
            var spending = Spending.open(batches.session(), call.key(), budget, clock);
            var left = batches.carryOut(plan.chains(), size, call, spending);
            spending.finish();
            ViewUse.begin(
                    batches.session(),
                    plan.renamings().stream().map(Renaming::from).toList());
            return new Carried(left, List.of());
        }
        return saga(batches, plan, call, budget);
    }

    /// Where each statement stands by itself, calls without a limit keep no account.
    private Carried saga(Batches batches, RenamePlan plan, ActionCall call, Budget budget)
            throws SQLException, InterruptedException {
        int size = Arguments.of(call).number("batch", BATCH, MOST_PER_BATCH);
        var saga = Saga.of(batches, clock);
        if (!budget.isLimited() || batches.session().onlyTells()) {
            return saga.carryOut(plan.renamings(), size, call, null);
        }
        var spending = Spending.open(batches.session(), call.key(), budget, clock);
        var carried = saga.carryOut(plan.renamings(), size, call, spending);
        spending.finish();
        return carried;
    }
}
