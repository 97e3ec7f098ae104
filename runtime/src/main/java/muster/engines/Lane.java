package muster.engines;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import muster.run.Command;
import muster.storage.Word;
import org.jspecify.annotations.Nullable;

/// Tells one run and its team words, one after the other. They are read when the first one comes, and again after any
/// failure. Whoever finds the lane idle tells its word itself, which spares it two changes of threads; words that come
/// meanwhile are told by a thread of the lane's own.
final class Lane {
    private final Function<Word, JournaledTeam> reading;
    private final Queue<Letter> waiting = new ArrayDeque<>();
    private boolean working;
    private @Nullable JournaledTeam team;

    /// @param reading reads the team; is given the word that is told first
    Lane(Function<Word, JournaledTeam> reading) {
        this.reading = reading;
    }

    /// A word whose teller waits for what becomes of it.
    record Letter(Word word, String key, CompletableFuture<Told> answer) {}

    /// Has a word told after those that wait; see [#work].
    synchronized void send(Letter letter) {
        waiting.add(letter);
    }

    synchronized boolean idle() {
        return !working && waiting.isEmpty();
    }

    /// Tells the word that waits if nobody else is at it. To be called after every word that was sent.
    void work() {
        if (begins()) {
            tell(first());
            if (goesOn()) {
                Thread.ofVirtual().name("lane").start(this::workOn);
            }
        }
    }

    private void workOn() {
        do {
            tell(first());
        } while (goesOn());
    }

    private synchronized boolean begins() {
        return !working && goesOn();
    }

    private synchronized boolean goesOn() {
        working = !waiting.isEmpty();
        return working;
    }

    private synchronized Letter first() {
        return waiting.remove();
    }

    private void tell(Letter letter) {
        try {
            letter.answer().complete(told(letter));
        } catch (RuntimeException | Error e) {
            team = null;
            letter.answer().completeExceptionally(e);
        }
    }

    private Told told(Letter letter) {
        var present = team == null ? reading.apply(letter.word()) : team;
        team = present;
        return switch (letter.word()) {
            case Word.ToRun(Command.Wake _) -> present.wake();
            case Word.ToRun(var command) -> present.tell(command, letter.key());
            case Word.ToTeam(var command) -> present.tell(command, letter.key());
        };
    }
}
