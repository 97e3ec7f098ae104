package muster.run;

import java.math.BigDecimal;

/// What a run has used up of a budget.
///
/// @param spent all that was reported
/// @param granted what was added to the budget during the run
public record Spending(BigDecimal spent, BigDecimal granted, Alarm alarm) {
    static final Spending NONE = new Spending(BigDecimal.ZERO, BigDecimal.ZERO, Alarm.NONE);

    /// How far it has gone.
    public enum Alarm {
        NONE,
        /// The share at which to warn is reached.
        WARNED,
        /// Nothing is left; no step begins.
        USED_UP
    }

    Spending spending(BigDecimal more) {
        return new Spending(spent.add(more), granted, alarm);
    }

    Spending granting(BigDecimal more) {
        return new Spending(spent, granted.add(more), alarm);
    }

    Spending at(Alarm reached) {
        return new Spending(spent, granted, reached);
    }
}
