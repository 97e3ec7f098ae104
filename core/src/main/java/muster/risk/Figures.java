package muster.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.ItemId;
import muster.plan.TaskId;
import muster.risk.RiskForecast.Criticality;
import muster.risk.RiskForecast.Driver;
import muster.risk.RiskForecast.Kind;
import muster.risk.RiskForecast.LikelyBlocker;
import muster.risk.RiskForecast.MitigationValue;
import muster.risk.RiskForecast.Point;

/// Makes figures of an outcome.
final class Figures {
    private static final double[] SHARES = {0.05, 0.1, 0.2, 0.5, 0.8, 0.9, 0.95};
    private static final double P80 = 0.8;
    private static final int POINTS = 100;

    private final Layout layout;
    private final Runs.Outcome outcome;
    private final Tally tally;
    private final int asked;
    private final int[] sorted;
    private final int count;
    private final double mean;
    private final double deviation;

    Figures(Layout layout, Runs.Outcome outcome, int asked) {
        this.layout = layout;
        this.outcome = outcome;
        this.tally = outcome.tally();
        this.asked = asked;
        sorted = outcome.ends().clone();
        Arrays.sort(sorted);
        count = sorted.length;
        mean = Arrays.stream(sorted).average().orElseThrow();
        deviation = deviation(Arrays.stream(sorted).asDoubleStream(), mean);
    }

    private double deviation(DoubleStream values, double middle) {
        return Math.sqrt(
                values.map(value -> (value - middle) * (value - middle)).sum() / Math.max(1, count - 1));
    }

    Proportion inTime(int[] ends) {
        return Proportion.of(
                (int) Arrays.stream(ends).filter(end -> end <= asked).count(), ends.length);
    }

    RiskForecast.Finish finish() {
        var curve = IntStream.rangeClosed(0, POINTS)
                .map(point -> Math.max(0, (int) Math.ceil((double) point * count / POINTS) - 1))
                .distinct()
                .mapToObj(rank -> new Point(at(sorted[rank]), (rank + 1.0) / count))
                .toList();
        return new RiskForecast.Finish(
                at(mean), seconds(deviation), quantiles(rank -> at(sorted[rank])), latestOfEach(curve));
    }

    /// Where several shares are finished at one instant, the greatest of them.
    private static List<Point> latestOfEach(List<Point> curve) {
        return IntStream.range(0, curve.size())
                .filter(point -> point == curve.size() - 1
                        || !curve.get(point + 1).at().equals(curve.get(point).at()))
                .mapToObj(curve::get)
                .toList();
    }

    RiskForecast.Cost cost() {
        var costs = outcome.costs().clone();
        Arrays.sort(costs);
        double middle = Arrays.stream(costs).average().orElseThrow();
        return new RiskForecast.Cost(middle, deviation(Arrays.stream(costs), middle), quantiles(rank -> costs[rank]));
    }

    private <T> List<Quantile<T>> quantiles(IntFunction<T> value) {
        return Arrays.stream(SHARES)
                .mapToObj(share -> {
                    var ranks = Quantile.Ranks.of(share, count);
                    return new Quantile<>(
                            share, value.apply(ranks.value()), value.apply(ranks.low()), value.apply(ranks.high()));
                })
                .toList();
    }

    List<Criticality> criticalities() {
        return activities(activity -> tally.critical[activity] > 0 || !layout.durations.isFixed(activity))
                .map(this::criticality)
                .sorted(Comparator.comparingDouble(
                                (Criticality each) -> -each.critical().share())
                        .thenComparingDouble(each -> -Math.abs(each.cruciality()))
                        .thenComparing(Criticality::activity))
                .toList();
    }

    private Criticality criticality(int activity) {
        var critical = Proportion.of(tally.critical[activity], count);
        double worked = tally.work[activity] / count;
        double spread = Math.sqrt(Math.max(0, tally.square[activity] / count - worked * worked));
        double together = tally.product[activity] / count - worked * (mean - tally.reference());
        boolean certain = spread == 0 || deviation == 0;
        return new Criticality(
                id(activity),
                critical,
                certain ? 0 : Math.clamp(together / (spread * deviation), -1, 1),
                certain ? 0 : critical.share() * spread / deviation);
    }

    /// Those that move the mean finish by more than chance would.
    List<Driver> drivers() {
        var drivers = new ArrayList<Driver>();
        activities(this::drives)
                .map(activity -> new Driver(
                        id(activity).value(),
                        Kind.WORK,
                        relative(tally.lowEnds[activity] / tally.lows[activity]),
                        relative(tally.highEnds[activity] / tally.highs[activity])))
                .forEach(drivers::add);
        for (int event = 0; event < tally.happened.length; event++) {
            var id = layout.network.events().get(event).id().value();
            drivers.addAll(happening(id, Kind.RISK, tally.happened[event], tally.happenedEnds[event]));
        }
        for (int each = 0; each < tally.repeated.length; each++) {
            var id = layout.network.repetitions().get(each).decision().value();
            drivers.addAll(happening(id, Kind.GATE, tally.repeated[each], tally.repeatedEnds[each]));
        }
        drivers.sort(Comparator.comparing(Driver::width).reversed().thenComparing(Driver::id));
        return drivers;
    }

    private List<Driver> happening(String id, Kind kind, int times, double ends) {
        if (times == 0 || times == count) {
            return List.of();
        }
        double well = ((mean - tally.reference()) * count - ends) / (count - times);
        double badly = ends / times;
        return differ(badly - well, times, count - times)
                ? List.of(new Driver(id, kind, relative(well), relative(badly)))
                : List.of();
    }

    private boolean drives(int activity) {
        int low = tally.lows[activity];
        int high = tally.highs[activity];
        return low > 0
                && high > 0
                && differ(tally.highEnds[activity] / high - tally.lowEnds[activity] / low, low, high);
    }

    /// Chance alone seldom makes two means of groups of these sizes differ by that much (one in forty times).
    private boolean differ(double difference, int some, int others) {
        return difference > Proportion.Z * deviation * Math.sqrt(1.0 / some + 1.0 / others);
    }

    /// Work that is critical when the finish is later than asked for.
    List<LikelyBlocker> late() {
        return activities(activity -> tally.lateCritical[activity] > 0 && layout.isWork(activity))
                .map(activity -> new LikelyBlocker(
                        id(activity).value(),
                        id(activity).value(),
                        Kind.WORK,
                        Proportion.of(tally.lateCritical[activity], count),
                        seconds(tally.late[activity] / tally.lateCritical[activity]),
                        seconds(tally.late[activity] / count)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /// What a risk or a repetition costs: the same iterations with and without it.
    static LikelyBlocker blocker(Change change, int[] with, int[] without) {
        int moved = 0;
        double delay = 0;
        for (int iteration = 0; iteration < without.length; iteration++) {
            moved += with[iteration] > without[iteration] ? 1 : 0;
            delay += with[iteration] - without[iteration];
        }
        return new LikelyBlocker(
                change.id(),
                change.title(),
                change.kind() == Change.Kind.WITHOUT_RISK ? Kind.RISK : Kind.GATE,
                Proportion.of(moved, without.length),
                seconds(moved == 0 ? 0 : delay / moved),
                seconds(delay / without.length));
    }

    MitigationValue mitigation(Change change, int[] with, int[] mitigated) {
        var event = Objects.requireNonNull(change.event());
        double gain = p80(Arrays.copyOf(with, mitigated.length)) - p80(mitigated);
        double cost = Objects.requireNonNull(event.mitigation()).cost().amount().doubleValue();
        return new MitigationValue(
                new ItemId(change.id()),
                change.title(),
                seconds(gain),
                inTime(mitigated),
                cost,
                cost == 0 ? null : gain / cost);
    }

    private static double p80(int[] ends) {
        var order = ends.clone();
        Arrays.sort(order);
        return order[Quantile.Ranks.of(P80, order.length).value()];
    }

    private Stream<Integer> activities(IntPredicate which) {
        return IntStream.range(0, layout.size()).filter(which).boxed();
    }

    private TaskId id(int activity) {
        return layout.numbering.activities.get(activity).id();
    }

    private Instant relative(double seconds) {
        return at(seconds + tally.reference());
    }

    private Instant at(double seconds) {
        return layout.network.start().plusSeconds(Math.round(seconds));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofSeconds(Math.round(seconds));
    }
}
