package muster.engines;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import muster.run.Command;
import org.jspecify.annotations.Nullable;

/// Tells one run its commands, one after the other. The run is read when the first one comes, and read again after any
/// failure.
final class Lane {
    private final Function<Command, JournaledRun> reading;
    private final Queue<Letter> waiting = new ArrayDeque<>();
    private boolean working;
    private @Nullable JournaledRun run;

    Lane(Function<Command, JournaledRun> reading) {
        this.reading = reading;
    }

    /// A command whose teller waits for what becomes of it.
    record Letter(Command command, String key, CompletableFuture<Told> answer) {}

    synchronized void send(Letter letter) {
        waiting.add(letter);
        if (!working) {
            working = true;
            Thread.ofVirtual().name("lane").start(this::work);
        }
    }

    synchronized boolean idle() {
        return !working;
    }

    private synchronized @Nullable Letter next() {
        var letter = waiting.poll();
        working = letter != null;
        return letter;
    }

    private void work() {
        for (var letter = next(); letter != null; letter = next()) {
            tell(letter);
        }
    }

    private void tell(Letter letter) {
        try {
            var present = run == null ? reading.apply(letter.command()) : run;
            run = present;
            letter.answer().complete(present.tell(letter.command(), letter.key()));
        } catch (RuntimeException e) {
            run = null;
            letter.answer().completeExceptionally(e);
        }
    }
}
