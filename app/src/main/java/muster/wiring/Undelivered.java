package muster.wiring;

import muster.plan.Plan;
import muster.plan.Probe;

/// A plan without the deliverables that its own audit has yet to write: they are no reason to wait for it.
final class Undelivered {

    private Undelivered() {}

    static Plan of(Plan plan) {
        var expected = plan.expectations().stream()
                .filter(expectation -> !(expectation.probe() instanceof Probe.Written))
                .toList();
        return plan.expecting(expected);
    }
}
