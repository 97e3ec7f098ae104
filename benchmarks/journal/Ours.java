import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import muster.engines.Dispatch;
import muster.engines.Told;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.Command;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.Step;

/// A client of Muster: it begins a run of ten steps, claims each and reports it done, then the next run. Each
/// command is one durable transition of one to three events; every second one ends a task.
final class Ours implements Load.Work {
    private static final int STEPS = 10;
    private static final AgentId ANN = new AgentId("ann");
    static final AtomicLong RUNS = new AtomicLong();
    static final AtomicLong TASKS = new AtomicLong();

    private final Dispatch dispatch;
    private RunPlan plan;
    private int at = -1;
    private long fence;

    Ours(Dispatch dispatch) {
        this.dispatch = dispatch;
        this.plan = plan();
    }

    static RunPlan plan() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < STEPS; i++) {
            steps.add(new Step(
                    new TaskId("s" + i),
                    "Step " + i,
                    List.of(ANN),
                    new Action.Manual("do it"),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    null));
        }
        return new RunPlan(new RunId("bench-" + RUNS.incrementAndGet()), steps, List.of());
    }

    @Override
    public void once() {
        if (at < 0) {
            tell(new Command.Start(plan, "digest", new TreeSet<>()), "start");
        } else if (at % 2 == 0) {
            tell(new ClaimCommand.Take(task(), ANN, Duration.ofHours(1), List.of(), new TreeMap<>()), "take-" + at);
            fence++;
        } else {
            tell(new ClaimCommand.Finish(task(), fence, ANN, new TreeMap<>(), new TreeMap<>()), "finish-" + at);
            TASKS.incrementAndGet();
        }
        if (++at == 2 * STEPS) {
            plan = plan();
            at = -1;
            fence = 0;
        }
    }

    private TaskId task() {
        return new TaskId("s" + at / 2);
    }

    private void tell(Command command, String key) {
        if (!(dispatch.tell(plan.id(), command, key).join() instanceof Told.Accepted)) {
            throw new IllegalStateException("not accepted: " + command);
        }
    }
}
