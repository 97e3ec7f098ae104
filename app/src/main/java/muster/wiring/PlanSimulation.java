package muster.wiring;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.risk.RiskForecast;
import muster.risk.RiskModel;
import muster.schedule.Obstacle;
import muster.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/// What simulating a plan gave.
public sealed interface PlanSimulation {

    /// It was simulated, at least in part.
    ///
    /// @param band P80 of the finish at both ends of what was assumed; null if nothing was or it was ended before
    /// @param start of a phase; null if none was asked for
    record Done(
            Plan plan,
            Schedule schedule,
            RiskModel model,
            RiskForecast finish,
            @Nullable Band band,
            @Nullable Start start)
            implements PlanSimulation {}

    /// It cannot be scheduled.
    record Impossible(List<Obstacle> obstacles) implements PlanSimulation {
        public Impossible {
            obstacles = List.copyOf(obstacles);
        }

        /// All of it, in words.
        public String reason() {
            return obstacles.stream().map(WaitWords::of).collect(Collectors.joining("; "));
        }
    }

    /// There is no forecast, for a reason.
    record NotDone(String reason) implements PlanSimulation {}

    /// P80 of the finish if assumed probabilities are at their low and at their high end.
    record Band(Instant least, Instant most) {}

    /// Whether a phase can start with zero delay.
    ///
    /// @param readiness of everything that its first tasks wait for
    record Start(PhaseId phase, Instant asked, RiskForecast readiness) {}
}
