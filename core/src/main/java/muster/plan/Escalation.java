package muster.plan;

import org.jspecify.annotations.Nullable;

/// When something goes to somebody at once.
///
/// @param when the condition in words, such as `P0 blocker prevents start`
/// @param to who is told
public record Escalation(
        ItemId id, String when, String to, @Nullable Source source) {}
