package muster.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import muster.plan.Distribution;
import muster.plan.Estimate;
import muster.plan.Impact;
import muster.plan.ItemId;
import muster.plan.Repeat;
import muster.plan.Share;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// Networks written in a few words; durations are in minutes, `task("c", 1, 2, 6, "a b")` comes after a and b.
final class SmallNetwork {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final Distribution distribution;
    private final List<Activity> activities = new ArrayList<>();
    private final List<Arc> arcs = new ArrayList<>();
    private final List<RiskEvent> events = new ArrayList<>();
    private final List<Repetition> repetitions = new ArrayList<>();
    private @Nullable Opening opening;
    private List<Activity.Loading> loadings = List.of();
    private Activity.Price price = Activity.Price.NONE;

    SmallNetwork(Distribution distribution) {
        this.distribution = distribution;
    }

    static SmallNetwork uniform() {
        return new SmallNetwork(new Distribution.Uniform());
    }

    /// For the tasks that follow.
    SmallNetwork open(@Nullable Opening other) {
        opening = other;
        return this;
    }

    /// For the tasks that follow.
    SmallNetwork loading(Activity.Loading... others) {
        loadings = List.of(others);
        return this;
    }

    /// For the tasks that follow.
    SmallNetwork price(double fixed, double perHour) {
        price = new Activity.Price(fixed, perHour);
        return this;
    }

    SmallNetwork task(String id, long minutes, String after) {
        return task(id, minutes, minutes, minutes, after);
    }

    SmallNetwork task(String id, long min, long likely, long max, String after) {
        var estimate = new Estimate(Duration.ofMinutes(min), Duration.ofMinutes(likely), Duration.ofMinutes(max));
        activities.add(new Activity(new TaskId(id), estimate, opening, null, null, price, loadings));
        ids(after).forEach(before -> arcs.add(Arc.of(before, new TaskId(id))));
        return this;
    }

    SmallNetwork arc(String from, String to, Arc.Kind kind, int minutes) {
        arcs.add(new Arc(new TaskId(from), new TaskId(to), kind, minutes * 60, Arc.Passing.WORKING));
        return this;
    }

    SmallNetwork event(String id, double probability, String delayed, Impact impact) {
        return event(new RiskEvent(
                new ItemId(id),
                id,
                new Share(probability),
                impact.delay().equals(Estimate.ZERO) ? List.of() : ids(delayed).toList(),
                impact.stretch() == null ? List.of() : ids(delayed).toList(),
                impact,
                null));
    }

    private SmallNetwork event(RiskEvent event) {
        events.add(event);
        return this;
    }

    SmallNetwork again(String decision, String body, Repeat repeat) {
        repetitions.add(new Repetition(new TaskId(decision), decision, ids(body).toList(), repeat));
        return this;
    }

    RiskNetwork network() {
        return new RiskNetwork(START, distribution, activities, arcs, events, repetitions);
    }

    Runs.Outcome run(long seed, int iterations) {
        return run(network(), new Settings(seed, iterations, 1, Settings.Stop.AT_THE_END));
    }

    static Runs.Outcome run(RiskNetwork network, Settings settings) {
        return Runs.run(order(network, settings), (_, _) -> true);
    }

    static Runs.Order order(RiskNetwork network, Settings settings) {
        return new Runs.Order(Layout.of(network), Scenario.of(network), settings, 0);
    }

    static double[] minutes(Runs.Outcome outcome) {
        return Arrays.stream(outcome.ends()).mapToDouble(end -> end / 60.0).toArray();
    }

    static Impact delay(long min, long likely, long max) {
        return Impact.of(new Estimate(Duration.ofMinutes(min), Duration.ofMinutes(likely), Duration.ofMinutes(max)));
    }

    private static Stream<TaskId> ids(String words) {
        return Arrays.stream(words.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(TaskId::new);
    }
}
