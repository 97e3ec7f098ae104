package muster.run;

import java.time.Instant;

/// An event as the journal keeps it.
///
/// @param version counts the events of the run from 1
/// @param command key of the command that caused it
public record Recorded(RunId run, long version, String command, Instant at, Event event) {}
