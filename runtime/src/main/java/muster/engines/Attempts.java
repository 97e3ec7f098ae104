package muster.engines;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import muster.actions.Assignment;
import muster.actions.Performers;
import muster.plan.Action;
import muster.plan.TaskId;
import muster.run.ActionResult;
import muster.run.Event;
import muster.run.RunState;

/// The attempts of one run that this engine is at, each on a virtual thread of its own. Used by the run's writer only.
final class Attempts {
    /// How long a stopping engine waits for an attempt that was interrupted, so that it does not overlap its successor.
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

    private final Performers performers;
    private final Progress progress;
    private final BiConsumer<Event.AttemptStarted, ActionResult> outcome;
    private final Map<TaskId, Underway> underway = new HashMap<>();
    private final String worker = UUID.randomUUID().toString();
    private final AtomicBoolean stopped = new AtomicBoolean();

    Attempts(Performers performers, Progress progress, BiConsumer<Event.AttemptStarted, ActionResult> outcome) {
        this.performers = performers;
        this.progress = progress;
        this.outcome = outcome;
    }

    int count() {
        return underway.size();
    }

    SortedSet<Long> fences() {
        return underway.values().stream().map(Underway::fence).collect(Collectors.toCollection(TreeSet::new));
    }

    void start(RunState state, Action action, Event.AttemptStarted started) {
        var run = state.plan().id();
        var assignment = Assignment.of(
                state,
                started,
                worker,
                (share, text) -> progress.at(run, new Progress.Mark(started.task(), share, text)));
        var thread = Thread.ofVirtual()
                .name("attempt-" + started.key())
                .unstarted(() -> perform(action, assignment, started));
        underway.put(started.task(), new Underway(started.attempt().fence(), thread));
        thread.start();
    }

    void ended(TaskId task) {
        underway.remove(task);
    }

    /// Interrupts what is under way; it has no outcome and is started again when the run is resumed.
    void stop() {
        stopped.set(true);
        underway.values().forEach(each -> each.thread().interrupt());
        underway.values().forEach(each -> join(each.thread()));
    }

    private static void join(Thread thread) {
        try {
            thread.join(LONGEST_GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void perform(Action action, Assignment assignment, Event.AttemptStarted started) {
        var result = result(action, assignment);
        if (!stopped.get()) {
            outcome.accept(started, result);
        }
    }

    private ActionResult result(Action action, Assignment assignment) {
        try {
            return performers.perform(action, assignment);
        } catch (InterruptedException e) {
            return new ActionResult.Failed("the action was interrupted");
        } catch (RuntimeException e) {
            return new ActionResult.Failed("the action broke: " + e);
        }
    }

    private record Underway(long fence, Thread thread) {}
}
