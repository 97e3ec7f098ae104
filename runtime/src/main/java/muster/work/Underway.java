package muster.work;

import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import muster.actions.Assignment;
import muster.actions.Performers;
import muster.plan.Action;
import muster.run.ActionResult;
import muster.run.Hold;
import org.jspecify.annotations.Nullable;

/// One attempt that a worker is at, on a thread of its own: a platform thread, because the sandbox ends with the
/// thread that started it, and virtual ones are carried by threads that come and go.
///
/// @param cutOff when it is ended, so that it is handed on before its time-box is over; null for never
/// @param stopped why it was ended
record Underway(
        Board.Held held,
        Thread thread,
        @Nullable Instant cutOff,
        AtomicReference<Instant> nextBeat,
        AtomicReference<@Nullable Stop> stopped) {
    /// How an attempt ended.
    record Ended(Underway attempt, ActionResult result) {}

    /// What is performed, and where its end is told.
    record Work(Performers performers, Action action, Assignment assignment, BlockingQueue<Ended> ends) {}

    static Underway begin(Board.Held held, Hold hold, Instant nextBeat, Work work) {
        var thread = new AtomicReference<Runnable>(() -> {});
        var begun = new Underway(
                held,
                Thread.ofPlatform()
                        .name("attempt-" + work.assignment().call().key())
                        .daemon()
                        .unstarted(() -> thread.get().run()),
                hold.handOnFrom(),
                new AtomicReference<>(nextBeat),
                new AtomicReference<>());
        thread.set(() -> work.ends().add(new Ended(begun, result(work))));
        begun.thread().start();
        return begun;
    }

    private static ActionResult result(Work work) {
        try {
            return work.performers().perform(work.action(), work.assignment());
        } catch (InterruptedException e) {
            return new ActionResult.Failed("it was ended");
        } catch (RuntimeException e) {
            return new ActionResult.Failed("the action broke: " + e);
        }
    }

    /// Ends it; its end is told as any other.
    void stop(Stop why) {
        if (stopped.compareAndSet(null, why)) {
            thread.interrupt();
        }
    }
}
