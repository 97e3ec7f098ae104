package muster.plan;

import org.jspecify.annotations.Nullable;

/// Something that is measured.
public record Metric(
        ItemId id,
        String title,
        String group,
        String description,
        @Nullable Source source) {}
