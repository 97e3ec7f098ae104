package muster.plan;

import org.jspecify.annotations.Nullable;

/// A question that the audit must answer by name; numbered from 1.
public record Question(
        ItemId id, int number, String text, @Nullable Source source) {}
