package muster.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A number that a document states, with the words around it; reconciled against evidence.
///
/// @param subject what is counted, in the document's words
/// @param unit such as `tables`, `hours`, `USD`
public record Claim(
        ItemId id,
        String subject,
        BigDecimal value,
        String unit,
        Origin origin,
        @Nullable Source source) {}
