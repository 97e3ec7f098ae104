package muster.probes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import muster.observation.Observation;
import muster.plan.Probing;

/// Makes a probe again while it does not pass, as often as it may be tried. This is also how to wait for something: a
/// service that starts, a file that arrives.
///
/// @param pause lets time pass; nothing else here does
record Tries(Pause pause) {

    /// Lets the time between two tries pass.
    @FunctionalInterface
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    /// One try of a probe; it yields at least one observation.
    @FunctionalInterface
    interface Try {
        List<Observation> make() throws InterruptedException;
    }

    /// What the last try saw, with the number of tries if there may be more than one.
    ///
    /// @param again what must be forgotten before another try
    List<Observation> of(Probing probing, Try probe, Runnable again) throws InterruptedException {
        var seen = probe.make();
        int tries = 1;
        while (tries <= probing.retries() && mayChange(seen.getFirst())) {
            pause.of(probing.pause());
            again.run();
            seen = probe.make();
            tries++;
        }
        return probing.retries() == 0 ? seen : counted(seen, tries);
    }

    private static boolean mayChange(Observation seen) {
        return switch (seen.result()) {
            case PASS, NOT_RUN -> false;
            case FAIL, ERROR, INCONCLUSIVE -> true;
        };
    }

    private static List<Observation> counted(List<Observation> seen, int tries) {
        var counted = new ArrayList<>(seen);
        counted.set(0, seen.getFirst().with("tries", tries));
        return counted;
    }
}
