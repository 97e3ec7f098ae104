package muster.engines;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import muster.run.Command;
import muster.storage.Word;
import org.jspecify.annotations.Nullable;

/// Tells one run and its team words, one after the other. They are read when the first one comes, and again after any
/// failure.
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
