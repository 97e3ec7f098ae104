package muster.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.rcpsp.Candidate;
import muster.rcpsp.Found;
import muster.rcpsp.Limits;
import muster.rcpsp.Search;
import muster.rcpsp.SearchProgress;
import org.jspecify.annotations.Nullable;

/// Gives every item a place in time, under links, dates, calendars, agents and resources. Same problem in, same
/// schedule out. The schedule is feasible, not proven to be the shortest; its network's finish is a lower bound.
public final class Scheduler {
    private static final Shortening NONE = (_, _) -> null;

    private final Model model;
    private final CriticalPathMethod network;

    private Scheduler(Model model) {
        this.model = model;
        this.network = new CriticalPathMethod(model);
    }

    /// The first schedule, with its slack and reasons and without a search, or what stands in its way.
    public static SchedulingResult schedule(SchedulingProblem problem) {
        return schedule(problem, NONE);
    }

    /// The critical path network alone; null if something stands in the way of every schedule.
    public static @Nullable Network network(SchedulingProblem problem) {
        var model = new Model(problem);
        return Obstacles.of(model).isEmpty() ? new CriticalPathMethod(model).network() : null;
    }

    /// The same, made shorter by a memetic search within limits; never worse than without it.
    ///
    /// @param progress is told of values that compare, not of times
    public static SchedulingResult schedule(SchedulingProblem problem, Limits limits, SearchProgress progress) {
        return schedule(problem, (decoding, known) -> Search.run(decoding, known, limits, progress));
    }

    /// The same with any search.
    static SchedulingResult schedule(SchedulingProblem problem, Shortening shortening) {
        var model = new Model(problem);
        var obstacles = Obstacles.of(model);
        if (!obstacles.isEmpty()) {
            return new SchedulingResult.Impossible(obstacles);
        }
        var scheduler = new Scheduler(model);
        return scheduler.result(scheduler.searched(Improvement.best(model, scheduler.network), shortening));
    }

    /// What makes a schedule shorter.
    @FunctionalInterface
    interface Shortening {
        /// The best that was found; null if nothing was looked for.
        @Nullable
        Found best(Supplier<PlanDecoding> problem, List<Candidate> known);
    }

    /// Begins with the schedule that is known; without one, any order that the search finds is better.
    private @Nullable Trial searched(@Nullable Trial first, Shortening shortening) {
        if (model.size == 0 || shortening.equals(NONE) || (first != null && first.isAtBound(network))) {
            return first;
        }
        var decoding = new PlanDecoding(model, network);
        List<Candidate> known = first == null ? List.of() : List.of(decoding.candidate(first));
        var found = shortening.best(() -> decoding(model.problem), known);
        var best = found == null ? null : decoding.trial(Candidate.of(found));
        return first == null || (best != null && best.isBetterThan(first)) ? best : first;
    }

    /// On a model of its own, since calendars are laid out as they are asked for, which only one thread may do.
    private static PlanDecoding decoding(SchedulingProblem problem) {
        var own = new Model(problem);
        return new PlanDecoding(own, new CriticalPathMethod(own));
    }

    private SchedulingResult result(@Nullable Trial best) {
        if (best == null) {
            return new SchedulingResult.Impossible(List.of(stuck()));
        }
        return new SchedulingResult.Scheduled(schedule(best), network.network(), breaches(best));
    }

    private Schedule schedule(Trial best) {
        var reasons = new Reasons(model);
        new Generation(model).explain(best.rank(), best.way(), reasons);
        int[] placing = Ranks.of(best.placed());
        var byStart = Comparator.<Integer>comparingLong(item -> best.times().start()[item]);
        int[] inPlacing = Ranks.sorted(model.size, byStart.thenComparingInt(item -> placing[item]));
        var slack = new ScheduleSlack(model, best.times(), best.way(), inPlacing);
        int[] order = Ranks.sorted(model.size, byStart.thenComparing(model::id));
        return Schedule.of(
                model.problem.start(),
                Model.instant(best.value().end()),
                new PlacedItems(model, best, slack, reasons.notes).slots(order));
    }

    private List<Breach> breaches(Trial best) {
        var breaches = new ArrayList<Breach>();
        var dates = model.dates;
        for (int item = 0; item < model.size; item++) {
            long start = best.times().start()[item];
            long finish = best.times().finish()[item];
            breach(item, Breach.Asked.START, new long[] {dates.startBy[item], start}, breaches);
            breach(item, Breach.Asked.FINISH, new long[] {dates.finishBy[item], finish}, breaches);
            breach(item, Breach.Asked.DEADLINE, new long[] {dates.deadline[item], finish}, breaches);
        }
        return breaches;
    }

    /// @param date the second that is due, and the actual one
    private void breach(int item, Breach.Asked asked, long[] date, List<Breach> breaches) {
        if (date[1] > date[0]) {
            var earliest = asked == Breach.Asked.START ? network.earliest.start() : network.earliest.finish();
            var proof = earliest[item] > date[0] ? Breach.Proof.PROVEN : Breach.Proof.OPEN;
            breaches.add(new Breach(model.id(item), asked, Model.instant(date[0]), Model.instant(date[1]), proof));
        }
    }

    /// What the safest order leaves without room.
    private Obstacle stuck() {
        var generation = new Generation(model);
        var ranks = new Ranks(model);
        int[] anyWay = new int[model.size];
        Arrays.fill(anyWay, Generation.ANY);
        generation.run(ranks.returningSoon(ranks.by(network.latest.finish(), network.latest.start())), anyWay);
        var items = new ArrayList<TaskId>();
        var resources = new ArrayList<ResourceId>();
        for (int item : generation.stuck()) {
            items.add(model.id(item));
            model.items.get(item).demands().forEach(demand -> resources.add(demand.resource()));
        }
        return new Obstacle.Stuck(
                items.stream().sorted().toList(),
                resources.stream().distinct().sorted().toList());
    }
}
