package muster.coordination;

import java.util.ArrayList;
import java.util.List;
import muster.plan.AgentId;
import muster.run.RunState;
import muster.run.RunStatus;
import muster.run.StepState;
import muster.run.TeamFacts;

/// Something that a run waits for.
///
/// @param matter such as `gate:phase-1`, `BL-001`, `HD-2024-01-15-DEVOPS-001`, `hand-off:to-perf` or
/// `delivered:inventory`
/// @param what it is, in words
/// @param whom it waits for; empty if for nobody in particular
public record TeamWait(String matter, String what, List<AgentId> whom) {
    public TeamWait {
        whom = List.copyOf(whom);
    }

    /// True if nobody can do anything with any step, and the run is neither stalled nor over: it waits for its team.
    public static boolean alone(RunState run) {
        return run.status() == RunStatus.RUNNING
                && run.steps().values().stream().noneMatch(StepState::inHand);
    }

    /// All that the run waits for.
    public static List<TeamWait> of(CoordinationState state) {
        var waits = new ArrayList<TeamWait>();
        OpenMatter.of(state).forEach(open -> waits.add(new TeamWait(open.id(), open.what(), open.whom())));
        HandOffRules.owed(state).stream()
                .filter(owed ->
                        owed.after() == null || state.run().step(owed.after()).settled())
                .filter(owed -> HandOffRules.offered(state, owed.id()) == null)
                .forEach(owed -> waits.add(new TeamWait(
                        TeamFacts.accepted(owed.id()).value(),
                        owed.title() + " is to be offered to " + owed.to(),
                        List.of(owed.from()))));
        state.charter().waitsFor().stream()
                .filter(words -> !state.outside().signals().contains(TeamFacts.name(words)))
                .forEach(words ->
                        waits.add(new TeamWait(TeamFacts.delivered(words).value(), words, List.of())));
        return waits;
    }
}
