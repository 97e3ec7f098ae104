package muster.engines;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import muster.run.Command;
import org.jspecify.annotations.Nullable;

/// Tells one run its commands, one after the other. The run is read when the first one comes, its team when a timer
/// does, and both again after any failure.
final class Lane {
    private final Reading reading;
    private final Queue<Letter> waiting = new ArrayDeque<>();
    private boolean working;
    private @Nullable JournaledRun run;
    private @Nullable JournaledTeam team;

    Lane(Reading reading) {
        this.reading = reading;
    }

    /// How the run is read from its journal.
    interface Reading {
        JournaledRun run(Command first);

        JournaledTeam team();
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
            letter.answer().complete(told(letter));
        } catch (RuntimeException e) {
            run = null;
            team = null;
            letter.answer().completeExceptionally(e);
        }
    }

    private Told told(Letter letter) {
        if (letter.command() instanceof Command.Wake) {
            var present = team == null ? reading.team() : team;
            team = present;
            return present.wake();
        }
        var present = run == null ? reading.run(letter.command()) : run;
        run = present;
        return present.tell(letter.command(), letter.key());
    }
}
