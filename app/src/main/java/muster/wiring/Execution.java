package muster.wiring;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import muster.actions.CommandPerformer;
import muster.actions.Performers;
import muster.actions.SqlPerformer;
import muster.engines.EmbeddedEngine;
import muster.engines.EngineSettings;
import muster.engines.RunClock;
import muster.engines.SimulatedHands;
import muster.engines.Told;
import muster.pack.Pack;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.Plan;
import muster.run.Command;
import muster.run.GateState;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunState;
import muster.storage.Journal;

/// Carries out a run in a workspace, from wherever an earlier process left it.
final class Execution implements AutoCloseable {

    /// Longest time of one trusted command.
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(10);

    private final Journal journal;
    private final EmbeddedEngine engine;

    Execution(Workspace workspace, Plan plan, Setting setting) {
        this.journal = setting.journal();
        var commands = new CommandPerformer(workspace.root(), new TreeMap<>(), COMMAND_LIMIT, setting.redact());
        var statements = new SqlPerformer(name -> {
            if (!name.equals(Auditing.WAREHOUSE)) {
                throw new SQLException("no database " + name + " in this workspace");
            }
            return Auditing.warehouse(workspace);
        });
        SimulatedHands hands = step -> {
            setting.progress().say(Narrative.simulated(step));
            return new TreeMap<>(Map.of("hands", "simulated"));
        };
        var settings = EngineSettings.of(plan.team())
                .with(hands)
                .telling((_, mark) ->
                        setting.progress().at("run " + mark.task(), mark.share(), mark.task() + ": " + mark.text()));
        this.engine = new EmbeddedEngine(
                journal, new Performers(commands, statements, setting.packs()), settings, setting.clock());
    }

    /// What an execution works with.
    record Setting(
            Journal journal,
            List<Pack> packs,
            RunClock clock,
            Progress progress,
            java.util.function.UnaryOperator<String> redact) {}

    /// Begins the run, or goes on with it, until it needs somebody or has ended.
    RunState carryOut(RunPlan run, String digest, SortedSet<FactId> facts) throws InterruptedException {
        if (journal.runs().contains(run.id())) {
            answer(engine.resume(run.id()));
        } else {
            answer(engine.start(run, digest, facts));
        }
        return quiet(run.id());
    }

    /// Approves a gate that waits, in the name of an approver, and goes on.
    RunState approve(RunId run, GateId gate, AgentId by, String reason) throws InterruptedException {
        answer(engine.tell(run, new Command.Approve(gate, by, reason), "approve/" + gate + "/" + by));
        return quiet(run);
    }

    void record(RunId run, Command command, String key) throws InterruptedException {
        answer(engine.tell(run, command, key));
    }

    RunState quiet(RunId run) throws InterruptedException {
        return answer(engine.quiet(run));
    }

    /// Gates that are open and wait for somebody.
    static List<GateId> waiting(RunState state) {
        return state.gates().entrySet().stream()
                .filter(gate -> gate.getValue() instanceof GateState.Open)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private static <T> T answer(java.util.concurrent.CompletableFuture<T> future) throws InterruptedException {
        try {
            var answer = future.get();
            if (answer instanceof Told.Refused(var why)) {
                throw new IllegalStateException(why);
            }
            return answer;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
