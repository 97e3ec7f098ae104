package muster.wiring;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.actions.Worktrees;
import muster.coordination.CoordinationState;
import muster.engines.RunTeam;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.Claimable;
import muster.run.Command;
import muster.run.RunState;
import muster.run.Step;

/// What agents from outside do with one run of a workspace. Before each word, what is due by then is told: steps are
/// taken from dead agents, turns and timers end, reminders are sent.
public final class Worklist {
    private final Workspace workspace;
    private final RunTeam team;

    /// The worklist of a run that is told things by way of its team.
    public Worklist(Workspace workspace, RunTeam team) {
        this.workspace = workspace;
        this.team = team;
    }

    /// What is claimed.
    ///
    /// @param writes globs that are reserved beside what the step itself says
    public record Wish(TaskId task, AgentId by, Duration lease, List<String> writes) {
        public Wish {
            writes = List.copyOf(writes);
        }
    }

    /// What an agent refers to: its claim.
    public record Held(TaskId task, long fence, AgentId by) {}

    /// The run as it is now.
    public RunState state() {
        return team().run();
    }

    /// The run's team as it is now.
    public CoordinationState team() {
        Gatekeeper.attend(team, workspace);
        return team.state();
    }

    /// Steps that the agent may claim now, in the order of the plan.
    public List<Step> open(AgentId agent) {
        return Claimable.by(state(), agent, team.now());
    }

    /// Claims a step.
    public Told claim(Wish wish, String key) throws IOException {
        var before = delivered(wish.task());
        return tell(new ClaimCommand.Take(wish.task(), wish.by(), wish.lease(), wish.writes(), before), key);
    }

    /// Tells that the agent is alive.
    public Told beat(Held held, String key) {
        return tell(new ClaimCommand.Beat(held.task(), held.fence(), held.by()), key);
    }

    /// Tells what was used up; it counts whoever holds the step now.
    public Told spend(Held held, SortedMap<ResourceId, BigDecimal> amounts, String key) {
        return tell(new ClaimCommand.Spend(held.task(), held.fence(), held.by(), amounts), key);
    }

    /// Tells that the step is done; its deliverables are looked at.
    public Told finish(Held held, SortedMap<String, String> outputs, String key) throws IOException {
        var delivered = delivered(held.task());
        return tell(new ClaimCommand.Finish(held.task(), held.fence(), held.by(), delivered, outputs), key);
    }

    /// Tells that the step could not be done.
    public Told giveUp(Held held, String why, String key) {
        return tell(new ClaimCommand.GiveUp(held.task(), held.fence(), held.by(), why), key);
    }

    /// Lays a claim down.
    public Told release(Held held, String reason, String key) {
        return tell(new ClaimCommand.Release(held.task(), held.fence(), held.by(), reason), key);
    }

    /// Tells anything else.
    ///
    /// @throws muster.storage.JournalUnavailable if the journal or the engine refused; telling it again is safe
    public Told tell(Command command, String key) {
        return team.tell(command, key);
    }

    private SortedMap<String, String> delivered(TaskId task) throws IOException {
        var steps = state().plan().steps().stream()
                .filter(step -> step.id().equals(task))
                .toList();
        if (steps.isEmpty()) {
            return new TreeMap<>();
        }
        var step = steps.getFirst();
        return new DeliveredFiles(new Worktrees(workspace.root()).of(step.action())).of(step);
    }
}
