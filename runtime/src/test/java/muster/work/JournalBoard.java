package muster.work;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.engines.JournaledRun;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.Claimable;
import muster.run.Command;
import muster.run.Event;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunState;
import muster.run.Step;
import muster.storage.Journal;
import org.jspecify.annotations.Nullable;

/// A run of a journal without a workspace: every deliverable is there.
final class JournalBoard implements Board {
    private final Journal journal;
    private final InstantSource clock;
    private final JournaledRun run;
    private final Duration lease;

    JournalBoard(Journal journal, InstantSource clock, RunId run, Duration lease) {
        this.journal = journal;
        this.clock = clock;
        this.run = new JournaledRun(journal, clock, run);
        this.lease = lease;
    }

    @Override
    public RunState state() {
        run.catchUp();
        var due = run.state().claims().nextLoss();
        if (due != null && !clock.instant().isBefore(due)) {
            run.tell(new ClaimCommand.Expire(), "expire/" + run.state().version());
        }
        return run.state();
    }

    @Override
    public List<Step> open(AgentId agent) {
        return Claimable.by(state(), agent, clock.instant());
    }

    @Override
    public Told claim(TaskId task, AgentId by, String key) {
        return run.tell(new ClaimCommand.Take(task, by, lease, List.of(), new TreeMap<>()), key);
    }

    @Override
    public Told beat(Held held, String key) {
        return run.tell(new ClaimCommand.Beat(held.task(), held.fence(), held.by()), key);
    }

    @Override
    public Told finish(Held held, SortedMap<String, String> outputs, String key) {
        var delivered = new TreeMap<String, String>();
        state().plan().step(held.task()).terms().deliverables().stream()
                .filter(file -> !file.startsWith("missing"))
                .forEach(file -> delivered.put(file, "digest"));
        return run.tell(new ClaimCommand.Finish(held.task(), held.fence(), held.by(), delivered, outputs), key);
    }

    @Override
    public Told tell(Command command, String key) {
        return run.tell(command, key);
    }

    @Override
    public @Nullable String begunBy(long fence) {
        return journal.read(run.state().plan().id(), 0).stream()
                .filter(recorded -> recorded.event() instanceof Event.AttemptStarted started
                        && started.attempt().fence() == fence)
                .map(Recorded::command)
                .findFirst()
                .orElse(null);
    }
}
