package muster.coordination;

import java.time.Instant;
import muster.run.Event;
import org.jspecify.annotations.Nullable;

/// One entry of a run's journal with what it means for the team.
///
/// @param team null if the entry is the run's own
public record Happening(Instant at, Event event, @Nullable CoordinationEvent team) {}
