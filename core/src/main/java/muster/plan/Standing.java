package muster.plan;

import org.jspecify.annotations.Nullable;

/// Whether a plan's document is still in force.
public sealed interface Standing {

    /// In force.
    record Current() implements Standing {}

    /// Replaced or archived; `by` names the successor if the document does.
    record Superseded(@Nullable String by, @Nullable Source source) implements Standing {}
}
