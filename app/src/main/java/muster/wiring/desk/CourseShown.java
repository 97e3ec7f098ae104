package muster.wiring.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.run.LoopState;
import muster.run.RunBudget;
import muster.run.RunState;
import tools.jackson.databind.node.ObjectNode;

/// What a run came through, printed: rounds of its loops, budgets, revisions of its plan.
final class CourseShown {
    private CourseShown() {}

    static void put(ObjectNode tree, RunState run, Instant at) {
        var loops = tree.putArray("loops");
        for (var loop : run.plan().loops()) {
            var state = run.course().loop(loop.id());
            var fields = loops.addObject()
                    .put("id", loop.id().value())
                    .put("round", state.round())
                    .put("most", loop.rule().most())
                    .put("standing", Held.word(state.standing()));
            var rounds = fields.putArray("rounds");
            for (var round : state.rounds()) {
                var changed = rounds.addObject().put("round", round.number()).putArray("changed");
                round.changed().forEach(changed::add);
            }
        }
        var budgets = tree.putArray("budgets");
        for (var budget : run.plan().budgets()) {
            var spending = run.course().budget(budget.id());
            budgets.addObject()
                    .put("id", budget.id().value())
                    .put("unit", budget.unit())
                    .put("amount", amount(run, budget, at))
                    .put("spent", spending.spent())
                    .put("state", Held.word(spending.alarm()));
        }
        var revisions = tree.putArray("plans");
        for (var revision : run.course().revisions()) {
            var fields = revisions
                    .addObject()
                    .put("version", revision.version())
                    .put("digest", revision.digest())
                    .put("by", revision.by().value())
                    .put("reason", revision.reason());
            var changes = fields.putArray("changes");
            revision.changes().forEach(changes::add);
        }
    }

    static List<String> lines(RunState run, Instant at) {
        var lines = new ArrayList<String>();
        for (var loop : run.plan().loops()) {
            var state = run.course().loop(loop.id());
            lines.add("  loop " + loop.id() + ": round " + state.round() + " of at most "
                    + loop.rule().most() + ", " + Held.word(state.standing()));
            state.rounds().forEach(round -> lines.add("    " + words(round)));
        }
        for (var budget : run.plan().budgets()) {
            var spending = run.course().budget(budget.id());
            var amount = amount(run, budget, at);
            lines.add("  budget " + budget.id() + ": " + spending.spent().toPlainString() + " of "
                    + amount.toPlainString() + " " + budget.unit() + share(spending.spent(), amount) + ", "
                    + Held.word(spending.alarm()));
        }
        run.course().revisions().stream()
                .skip(1)
                .forEach(revision -> lines.add("  plan revised by " + revision.by() + " (" + revision.reason() + "): "
                        + String.join("; ", revision.changes())));
        return lines;
    }

    private static String words(LoopState.Round round) {
        return "round " + round.number() + " changed "
                + (round.changed().isEmpty() ? "nothing" : String.join(", ", round.changed()));
    }

    private static BigDecimal amount(RunState run, RunBudget budget, Instant at) {
        return budget.amount(at).add(run.course().budget(budget.id()).granted());
    }

    private static String share(BigDecimal spent, BigDecimal amount) {
        return amount.signum() == 0
                ? ""
                : " (" + spent.movePointRight(2).divide(amount, 0, RoundingMode.HALF_UP) + " %)";
    }
}
