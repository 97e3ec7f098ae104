package muster.rehearsal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.PhaseId;
import muster.plan.TaskId;
import muster.run.LoopEvent;
import muster.run.LoopState;
import muster.run.RunLoop;
import muster.run.RunPlan;

/// What the onlooker knows of rounds.
final class RoundsSeen {
    private final List<String> violations;
    private final Map<PhaseId, Integer> round = new HashMap<>();
    private final Set<PhaseId> granted = new HashSet<>();
    private final Set<PhaseId> ended = new HashSet<>();

    RoundsSeen(List<String> violations) {
        this.violations = violations;
    }

    void granted(PhaseId loop) {
        granted.add(loop);
    }

    void settled(PhaseId loop) {
        ended.add(loop);
    }

    void see(LoopEvent event, RunLoop loop) {
        var at = round.getOrDefault(loop.id(), 1);
        switch (event) {
            case LoopEvent.RoundEnded e -> {
                require(e.round() == at, "round " + e.round() + " of " + loop.id() + " ends in round " + at);
                require(!ended.contains(loop.id()), loop.id() + " goes on though it ended");
                if (e.standing() == LoopState.Standing.CONVERGED || e.standing() == LoopState.Standing.ACCEPTED) {
                    ended.add(loop.id());
                }
            }
            case LoopEvent.RoundBegan e -> {
                require(e.round() == at + 1, "round " + e.round() + " of " + loop.id() + " follows round " + at);
                require(!ended.contains(loop.id()), loop.id() + " goes on though it ended");
                require(
                        e.round() <= loop.rule().most() || granted.contains(loop.id()),
                        "round " + e.round() + " of " + loop.id() + " is beyond its limit");
                granted.remove(loop.id());
                round.put(loop.id(), e.round());
            }
        }
    }

    /// A step outside of a loop begins after its end.
    void needed(RunPlan plan, TaskId need, TaskId by) {
        for (var loop : plan.loops()) {
            require(
                    !loop.steps().contains(need) || loop.steps().contains(by) || ended.contains(loop.id()),
                    by + " begins before loop " + loop.id() + " has ended");
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
