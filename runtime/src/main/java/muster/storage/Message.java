package muster.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import muster.run.Command;
import muster.run.RunId;

/// What a run shall be told at an instant: a timer, or, if that instant is past, an entry of the outbox.
///
/// @param due not before this; whole microseconds, rounded up
/// @param key of the command, unique within the run, see [Batch]
public record Message(RunId run, Instant due, Word word, String key) {
    public Message {
        Batch.requireKey(key);
        var whole = due.truncatedTo(ChronoUnit.MICROS);
        due = whole.equals(due) ? due : whole.plus(1, ChronoUnit.MICROS);
    }

    /// A command for the run itself.
    public Message(RunId run, Instant due, Command command, String key) {
        this(run, due, new Word.ToRun(command), key);
    }
}
