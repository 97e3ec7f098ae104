package muster.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What one task, or remedy, asks of an amount and does to it, in the unit in which the amount is given.
///
/// @param atLeast how much there must be before it starts
/// @param atMost how much there may be before it starts
/// @param change what it does to the amount; null if nothing
public record AmountRule(
        TaskId task,
        FactId fact,
        @Nullable BigDecimal atLeast,
        @Nullable BigDecimal atMost,
        @Nullable Change change) {

    /// What a task does to an amount.
    public sealed interface Change {

        /// It uses up this much.
        record Takes(BigDecimal number) implements Change {}

        /// There is this much more.
        record Gives(BigDecimal number) implements Change {}

        /// There is this much afterwards.
        record Sets(BigDecimal number) implements Change {}
    }
}
