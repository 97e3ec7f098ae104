package muster.coordination;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.audit.Verdict;
import muster.plan.FactId;
import muster.plan.GateTerms;
import muster.run.Command;
import muster.run.GateCondition;
import muster.run.GateState;
import muster.run.TeamFacts;
import org.jspecify.annotations.Nullable;

/// The facts that hold for a run because of what its team did. They are a function of the state, so that nothing that
/// happened can be forgotten.
final class Upheld {
    private Upheld() {}

    /// What the run has to be told so that it knows them; empty if it does.
    static List<Command> orders(CoordinationState state) {
        var wanted = facts(state);
        var known = state.run().teamFacts();
        if (wanted.isEmpty() && known.isEmpty()) {
            return List.of();
        }
        var holding = new TreeSet<>(wanted);
        holding.removeAll(state.run().facts());
        var failing = new TreeSet<>(known);
        failing.removeAll(wanted);
        return holding.isEmpty() && failing.isEmpty()
                ? List.of()
                : List.of(new Command.FollowTeam(CoordinationRules.SYSTEM, holding, failing));
    }

    private static SortedSet<FactId> facts(CoordinationState state) {
        var facts = new TreeSet<FactId>();
        for (var handOff : state.handOffs().values()) {
            var fulfilled = handOff.note().fulfils();
            if (handOff instanceof HandOffState.Accepted && fulfilled != null) {
                facts.add(TeamFacts.accepted(fulfilled));
            }
        }
        for (var words : state.charter().waitsFor()) {
            if (state.outside().signals().contains(TeamFacts.name(words))) {
                facts.add(TeamFacts.delivered(words));
            }
        }
        if (!state.blockers().isEmpty()) {
            BlockerRules.held(state).forEach(task -> facts.add(TeamFacts.held(task)));
        }
        ConflictRules.held(state).forEach(task -> facts.add(TeamFacts.held(task)));
        state.charter().gates().forEach(gate -> facts.addAll(conditions(state, gate)));
        return facts;
    }

    /// Conditions of a gate; once it was passed nothing changes any more.
    private static List<FactId> conditions(CoordinationState state, GateRule gate) {
        var at = state.run().gates().get(gate.gate());
        boolean over = at instanceof GateState.Passed || at instanceof GateState.Rejected;
        return Stream.of(GateCondition.values())
                .filter(condition -> over
                        ? state.run().facts().contains(TeamFacts.met(condition, gate.gate()))
                        : holds(state, gate, condition))
                .map(condition -> TeamFacts.met(condition, gate.gate()))
                .toList();
    }

    private static boolean holds(CoordinationState state, GateRule gate, GateCondition condition) {
        var awaited = gate.terms().awaited();
        return switch (condition) {
            case POLICY, TIMER, METRIC -> state.gate(gate.gate()).met().contains(condition);
            case EVENT ->
                awaited.event() != null
                        && state.outside().signals().contains(awaited.event().value());
            case AUDIT -> awaited.audit() != null && goodEnough(state.outside().verdict(), awaited.audit());
        };
    }

    private static boolean goodEnough(@Nullable Verdict verdict, GateTerms.Grade grade) {
        return switch (grade) {
            case GO -> verdict == Verdict.GO;
            case GO_WITH_CONDITIONS -> verdict != null && verdict.isGo();
        };
    }
}
