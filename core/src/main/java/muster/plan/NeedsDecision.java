package muster.plan;

import org.jspecify.annotations.Nullable;

/// Something ambiguous that a person has to decide; the importer never guesses.
public record NeedsDecision(
        ItemId id, String question, String text, @Nullable Source source) {}
