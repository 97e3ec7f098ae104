package muster.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An instant by which something must be done.
public record Deadline(
        ItemId id, String title, Instant at, @Nullable Source source) {}
