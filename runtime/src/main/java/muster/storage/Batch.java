package muster.storage;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import muster.run.Event;
import muster.run.RunId;

/// The events of one command, to be appended all or none, and what is to be told because of them.
///
/// @param expectedVersion version of the run that the command was decided on
/// @param command key of the command, unique within the run: 1 to 200 characters without white space and control
///     characters
/// @param at when it was decided
/// @param messages timers and outbox, kept in the same transaction; one whose key is kept already is left as it is
public record Batch(
        RunId run, long expectedVersion, String command, List<Event> events, Instant at, List<Message> messages) {
    private static final Pattern KEY = Pattern.compile("[\\p{Graph}]{1,200}");

    public Batch {
        events = List.copyOf(events);
        messages = List.copyOf(messages);
        requireKey(command);
    }

    /// Events after which nobody is told anything.
    public Batch(RunId run, long expectedVersion, String command, List<Event> events, Instant at) {
        this(run, expectedVersion, command, events, at, List.of());
    }

    static void requireKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a command key must match " + KEY.pattern() + ", got '" + key + "'");
        }
    }
}
