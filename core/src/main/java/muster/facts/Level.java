package muster.facts;

import muster.plan.FactId;
import muster.plan.Quantity;

/// How much there is of something, as last observed; never less than nothing.
public record Level(FactId id, Quantity quantity, Observation observation) {
    public Level {
        if (quantity.number().signum() < 0) {
            throw new IllegalArgumentException("there is never less than nothing of " + id + ", got " + quantity);
        }
    }
}
