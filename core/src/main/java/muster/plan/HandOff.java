package muster.plan;

import org.jspecify.annotations.Nullable;

/// Work passed from one agent to another between two tasks.
///
/// @param after the task whose result is passed on
/// @param before the task that may start only once it is accepted
public record HandOff(
        ItemId id,
        String title,
        AgentId from,
        AgentId to,
        @Nullable TaskId after,
        @Nullable TaskId before,
        @Nullable Source source) {}
