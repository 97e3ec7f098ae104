package muster.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.plan.ItemId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What the iterations of a network add up to.
///
/// @param inTime probability of being finished at the instant asked for, or before
/// @param activities those whose duration is not certain or that are ever critical, the most critical first
/// @param drivers what the finish depends on, the widest first
/// @param blockers what may move the finish beyond the instant asked for or further, risks and gates before
/// work, the most harmful first
/// @param mitigations the best value for money first
public record RiskForecast(
        Extent extent,
        Instant asked,
        Proportion inTime,
        Finish finish,
        Cost cost,
        List<Criticality> activities,
        List<Driver> drivers,
        List<LikelyBlocker> blockers,
        List<MitigationValue> mitigations) {
    public RiskForecast {
        activities = List.copyOf(activities);
        drivers = List.copyOf(drivers);
        blockers = List.copyOf(blockers);
        mitigations = List.copyOf(mitigations);
    }

    /// What it rests on.
    ///
    /// @param compared iterations that were also run without one risk, gate or loop at a time
    public record Extent(long seed, int done, int wanted, int compared, Ending ending) {}

    /// Why there were no more iterations.
    public enum Ending {
        COMPLETE,
        /// The intervals were narrow enough before.
        PRECISE,
        /// Somebody ended it; the figures hold for what was done.
        INTERRUPTED
    }

    /// When all is done.
    ///
    /// @param deviation standard deviation
    /// @param quantiles P5, P10, P20, P50, P80, P90, P95
    /// @param curve the share that is finished by an instant, in order
    public record Finish(Instant mean, Duration deviation, List<Quantile<Instant>> quantiles, List<Point> curve) {
        public Finish {
            quantiles = List.copyOf(quantiles);
            curve = List.copyOf(curve);
        }

        /// The quantile for a share that is listed.
        public Quantile<Instant> at(double share) {
            return quantiles.stream()
                    .filter(quantile -> quantile.share() == share)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// A point of an S-curve.
    public record Point(Instant at, double share) {}

    /// What is spent, in the currency of the network.
    public record Cost(double mean, double deviation, List<Quantile<Double>> quantiles) {
        public Cost {
            quantiles = List.copyOf(quantiles);
        }
    }

    /// How much an activity matters.
    ///
    /// @param critical criticality index: the share of iterations in which it holds up the finish
    /// @param cruciality correlation of its duration with the finish, from -1 to 1; 0 if its duration is certain
    /// @param significance criticality times the standard deviation of its duration, as a share of that of the
    /// finish (the schedule sensitivity index of the PMBOK Guide)
    public record Criticality(TaskId activity, Proportion critical, double cruciality, double significance) {}

    /// One bar of a tornado: the mean finish if this goes well and if it goes badly.
    ///
    /// @param kind what it is; of work, well means the shortest tenth and badly the longest tenth of its
    /// durations; of all others, that it does not happen and that it does
    public record Driver(String id, Kind kind, Instant well, Instant badly) {
        /// How far the mean finish goes.
        public Duration width() {
            return Duration.between(well, badly);
        }
    }

    /// Something that may go wrong, or take long.
    public enum Kind {
        WORK,
        RISK,
        GATE
    }

    /// Something that is in the way, and by how much.
    ///
    /// @param moves how probable it is that it is there and moves the finish. Risks and gates: the finish is
    /// later than without it. Work: the finish is later than asked for, and it is critical
    /// @param delay by how much the finish is later if so, on average
    /// @param expected by how much the finish is later over all iterations, on average
    public record LikelyBlocker(
            String id, String title, Kind kind, Proportion moves, Duration delay, Duration expected) {}

    /// What it is worth to do something against a risk.
    ///
    /// @param gain by how much P80 comes earlier
    /// @param inTime probability of being in time then
    /// @param cost in the network's currency
    /// @param perMoney seconds of P80 gained per unit of money; null if it costs nothing
    public record MitigationValue(
            ItemId risk,
            String title,
            Duration gain,
            Proportion inTime,
            double cost,
            @Nullable Double perMoney) {}
}
