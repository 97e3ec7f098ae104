package muster.replanning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.facts.Fact;
import muster.facts.Level;
import muster.facts.Observation;
import muster.facts.Truth;
import muster.facts.WorldState;
import muster.plan.FactId;
import muster.plan.Quantity;
import muster.planning.Remedies;
import muster.run.GateState;
import muster.run.RunBudget;
import muster.run.TeamFacts;

/// The world as a run, an audit and people know it together: of each fact the later word counts.
final class KnownNow {
    private KnownNow() {}

    /// The world at an instant.
    ///
    /// @param audit of the newest audit; empty if there is none
    static WorldState of(RunFacts run, WorldState audit, Words told, Instant now) {
        var facts = new TreeMap<>(audit.facts());
        run.facts()
                .forEach((id, fact) -> facts.merge(
                        id,
                        fact,
                        (audited, ofRun) ->
                                later(audited, ofRun, run.begunWith().contains(id))));
        told.holding().forEach(fact -> facts.put(fact, said(fact, Truth.TRUE, now)));
        told.failing().forEach(fact -> facts.put(fact, said(fact, Truth.FALSE, now)));
        settled(run, now, facts);
        var levels = new TreeMap<>(audit.levels());
        run.state().plan().budgets().forEach(budget -> {
            var level = left(run, budget, now);
            levels.put(level.id(), level);
        });
        return new WorldState(facts, levels);
    }

    /// What a run began with is what an audit had found then, and lasts as long as the audit says.
    private static Fact later(Fact audited, Fact ofRun, boolean begunWith) {
        var at = ofRun.observation().at();
        boolean before = !audited.observation().at().isAfter(at);
        if (before) {
            return begunWith && audited.at(at) == Truth.TRUE ? audited : ofRun;
        }
        return audited.truth() == Truth.UNKNOWN ? ofRun : audited;
    }

    private static Fact said(FactId fact, Truth truth, Instant now) {
        return new Fact(fact, truth, List.of(), now, null);
    }

    /// What the run does without counts as done, and a gate that was passed stays so.
    private static void settled(RunFacts run, Instant now, Map<FactId, Fact> facts) {
        var state = run.state();
        state.plan().steps().stream()
                .filter(step -> state.step(step.id()).settled())
                .map(step -> said(step.done(), Truth.TRUE, now))
                .forEach(fact -> facts.put(fact.id(), fact));
        state.gates().entrySet().stream()
                .filter(gate -> gate.getValue() instanceof GateState.Passed)
                .map(gate -> said(Remedies.passed(gate.getKey()), Truth.TRUE, now))
                .forEach(fact -> facts.put(fact.id(), fact));
        facts.keySet().removeIf(TeamFacts::isReserved);
    }

    private static Level left(RunFacts run, RunBudget budget, Instant now) {
        var spent = run.state().course().budget(budget.id());
        var left = budget.amount(now)
                .add(spent.granted())
                .subtract(spent.spent())
                .max(BigDecimal.ZERO)
                .min(Quantity.MOST)
                .setScale(Quantity.DECIMALS, RoundingMode.DOWN);
        return new Level(
                new FactId("resource:" + budget.id()),
                new Quantity(left, budget.unit()),
                new Observation(List.of(), now, null, Observation.CERTAIN));
    }
}
