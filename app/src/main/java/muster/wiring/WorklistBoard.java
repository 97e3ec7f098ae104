package muster.wiring;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.Event;
import muster.run.Recorded;
import muster.run.RunState;
import muster.run.Step;
import muster.storage.Journal;
import muster.work.Board;
import org.jspecify.annotations.Nullable;

/// A worklist of a journal, for a worker.
///
/// @param lease of each claim
public record WorklistBoard(Worklist list, Journal journal, Duration lease) implements Board {

    @Override
    public RunState state() {
        return list.state();
    }

    @Override
    public List<Step> open(AgentId agent) {
        return list.open(agent);
    }

    @Override
    public Told claim(TaskId task, AgentId by, String key) throws IOException {
        return list.claim(new Worklist.Wish(task, by, lease, List.of()), key);
    }

    @Override
    public Told beat(Held held, String key) {
        return list.beat(same(held), key);
    }

    @Override
    public Told finish(Held held, SortedMap<String, String> outputs, String key) throws IOException {
        return list.finish(same(held), outputs, key);
    }

    @Override
    public Told tell(Command command, String key) {
        return list.tell(command, key);
    }

    @Override
    public @Nullable String begunBy(long fence) {
        return journal.read(list.state().plan().id(), 0).stream()
                .filter(recorded -> recorded.event() instanceof Event.AttemptStarted started
                        && started.attempt().fence() == fence)
                .map(Recorded::command)
                .findFirst()
                .orElse(null);
    }

    private static Worklist.Held same(Held held) {
        return new Worklist.Held(held.task(), held.fence(), held.by());
    }
}
