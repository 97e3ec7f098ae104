package muster.packs.warehouse.naming;

import org.jspecify.annotations.Nullable;

/// The name that a table should bear instead of its own.
public sealed interface Target {

    /// That name, if there is one.
    @Nullable
    String name();

    /// No other name can be computed, or none is needed.
    record None() implements Target {
        @Override
        public @Nullable String name() {
            return null;
        }
    }

    /// Nobody bears it.
    record Free(String name) implements Target {}

    /// Another table bears it (compared without case), so somebody has to decide.
    record Occupied(String name) implements Target {}
}
