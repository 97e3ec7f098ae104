package muster.probes.scripts;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import muster.observation.Findings;
import muster.observation.Looked;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.probes.scripts.reading.Reading;

/// What a script shows when it is tried out further than it was asked to go: for its help, and dry. That it gets no
/// further is no failing, since nobody asked for it; what it does wrong on the way is.
///
/// @param begun how many scripts have been tried
record FurtherTrial(Trial trial, AtomicInteger begun) {
    /// Each try copies the project into the sandbox. Source: 100 scripts of a project of some thousand files take
    /// half a minute.
    static final int MOST = 100;

    static FurtherTrial by(Trial trial) {
        return new FurtherTrial(trial, new AtomicInteger());
    }

    /// Nothing if it was asked to go as far, if it cannot be tried, or if nothing may be executed.
    Optional<Observation> of(Looked.Found file, Reading reading, AssuranceLevel asked) throws InterruptedException {
        var way = reading.way();
        boolean wanted = trial.means().reach() == Reach.FURTHER && asked.compareTo(AssuranceLevel.DRY_RUNS) < 0;
        boolean clean = reading.syntax().isEmpty() && !Findings.anyDefect(reading.references());
        if (!wanted
                || !clean
                || way.argv().isEmpty()
                || !way.help()
                || !trial.means().trust().executes()) {
            return Optional.empty();
        }
        if (begun.incrementAndGet() > MOST) {
            return Optional.of(Observation.notRun(
                    "trial", file.path(), MOST + " scripts have been tried out further than asked; this one has not"));
        }
        var climb = Climb.beyond(file.path(), AssuranceLevel.DRY_RUNS);
        trial.climb(climb, way);
        return Optional.of(climb.observed().from(List.of(file.digest())));
    }
}
