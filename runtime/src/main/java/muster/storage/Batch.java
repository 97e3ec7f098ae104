package muster.storage;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import muster.run.Event;
import muster.run.RunId;

/// The events of one command, to be appended all or none.
///
/// @param expectedVersion version of the run that the command was decided on
/// @param command key of the command, unique within the run: 1 to 200 characters without white space and control
///     characters
/// @param at when it was decided
public record Batch(RunId run, long expectedVersion, String command, List<Event> events, Instant at) {
    private static final Pattern KEY = Pattern.compile("[\\p{Graph}]{1,200}");

    public Batch {
        events = List.copyOf(events);
        if (!KEY.matcher(command).matches()) {
            throw new IllegalArgumentException("a command key must match " + KEY.pattern() + ", got '" + command + "'");
        }
    }
}
