package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.ConstraintKind;
import muster.plan.GateId;
import muster.plan.Link;
import muster.plan.LinkKind;
import muster.plan.TaskId;
import muster.plan.TaskKind;
import muster.planning.PhaseEnds;
import org.jspecify.annotations.Nullable;

/// Whether the logic of a problem is fit to be scheduled and simulated at all. Most checks and limits are those of the
/// public 14-point assessment of the Defense Contract Management Agency (DCMA), without those that need work done so
/// far.
public final class Health {
    private static final String DCMA = "DCMA 14-point assessment";

    /// Longest work, and largest slack, of a healthy item: 44 days of 8 hours. Source: DCMA 14-point assessment.
    private static final Duration LONG = Duration.ofHours(44 * 8);

    private final SchedulingProblem problem;
    private final ItemNumbers numbers;

    /// How many links an item holds others back with, and how many of these with its finish; by number.
    private final int[] after;

    private final int[] afterFinish;

    private final Map<TaskId, Optional<Instant>> ofMarks = new HashMap<>();
    private final List<Check> checks = new ArrayList<>();
    private int links;

    /// One check.
    ///
    /// @param count items, or links, found
    /// @param of how many there are
    /// @param limit largest share of them that is healthy, 0 to 1
    /// @param source where the limit comes from
    /// @param items those found, in the order of the problem
    public record Check(String name, String says, int count, int of, double limit, String source, List<TaskId> items) {
        public Check {
            items = List.copyOf(items);
        }

        /// True if no more than the limit was found.
        public boolean holds() {
            return count <= limit * of;
        }
    }

    private Health(SchedulingProblem problem) {
        this.problem = problem;
        numbers = new ItemNumbers(problem.items());
        after = new int[problem.items().size()];
        afterFinish = new int[after.length];
        for (var item : problem.items()) {
            item.needs().forEach(need -> count(need, LinkKind.FINISH_TO_START));
            item.timing().links().forEach(link -> count(link.after(), link.kind()));
            links += item.needs().size() + item.timing().links().size();
        }
    }

    private void count(TaskId earlier, LinkKind kind) {
        int number = numbers.of(earlier);
        after[number]++;
        afterFinish[number] += kind.isFromFinish() ? 1 : 0;
    }

    /// All checks in a fixed order.
    ///
    /// @param network of the same problem; null if it has no schedule
    public static List<Check> of(SchedulingProblem problem, @Nullable Network network) {
        var health = new Health(problem);
        health.logic();
        health.lags();
        health.work();
        if (network != null) {
            health.slack(network);
        }
        return List.copyOf(health.checks);
    }

    private void logic() {
        items(
                "open-start",
                "nothing holds it back",
                0.05,
                item -> item.needs().isEmpty() && item.timing().links().isEmpty());
        numbers("open-end", "it holds nothing back", 0.05, number -> after[number] == 0);
        items(
                "dangling-start",
                "only its finish is held back, so its start may be any time",
                0,
                item -> item.needs().isEmpty()
                        && !item.timing().links().isEmpty()
                        && item.timing().links().stream()
                                .noneMatch(link -> link.kind().holdsStart()));
        numbers(
                "dangling-finish",
                "only its start holds others back, so its finish matters to nobody",
                0,
                number -> after[number] > 0 && afterFinish[number] == 0);
        int size = problem.items().size();
        int missing = Math.max(0, size - 1 - links);
        checks.add(new Check(
                "too-few-links",
                "a network of n items that hangs together has n - 1 links or more",
                missing,
                Math.max(1, size),
                0,
                "graph theory: a tree",
                List.of()));
        items(
                "out-of-sequence",
                "it may begin before the first day of something it waits for",
                0,
                this::isOutOfSequence);
    }

    private void lags() {
        links("lead", "a link with a negative lag", 0, link -> link.lag().time().isNegative());
        links(
                "lag",
                "work that nobody sees may hide in a lag",
                0.05,
                link -> link.lag().time().isPositive());
        links("no-finish-to-start", "a link of another kind", 0.10, link -> link.kind() != LinkKind.FINISH_TO_START);
        items("hard-constraint", "a date that presses stands above the logic", 0.05, Health::isHard);
    }

    private void work() {
        items(
                "no-owner",
                "nobody is named to do it",
                0,
                item -> isWork(item)
                        && WorkWays.of(item, problem.team()).stream()
                                .allMatch(way -> way.owners().isEmpty()));
        items(
                "no-time",
                "it is work, yet takes no time",
                0,
                item -> item.timing().kind() == TaskKind.WORK
                        && GateId.amongTasks(item.id().value()) == null
                        && item.estimate().max().isZero());
        items(
                "too-long",
                "it takes more than 44 days of 8 hours",
                0.05,
                item -> problem.basis().of(item.estimate()).compareTo(LONG) > 0);
    }

    private void slack(Network network) {
        var slack = network.activities();
        numbers(
                "negative-slack",
                "it cannot be done in time",
                0,
                number -> slack.get(number).totalSlack().isNegative());
        numbers(
                "high-slack",
                "more than 44 days of 8 hours of slack: a link may be missing",
                0.05,
                number -> slack.get(number).totalSlack().compareTo(LONG) > 0);
    }

    private void items(String name, String says, double limit, Predicate<WorkItem> found) {
        numbers(name, says, limit, number -> found.test(problem.items().get(number)));
    }

    private void numbers(String name, String says, double limit, IntPredicate found) {
        int all = problem.items().size();
        var items = IntStream.range(0, all).filter(found).mapToObj(this::id).toList();
        checks.add(new Check(name, says, items.size(), all, limit, DCMA, items));
    }

    private TaskId id(int number) {
        return problem.items().get(number).id();
    }

    /// A plain need is a link from finish to start without a lag, which none of these checks looks for.
    private void links(String name, String says, double limit, Predicate<Link> found) {
        var items = new ArrayList<TaskId>();
        int count = 0;
        for (var item : problem.items()) {
            var links = item.timing().links();
            int here = links.isEmpty() ? 0 : (int) links.stream().filter(found).count();
            count += here;
            if (here > 0) {
                items.add(item.id());
            }
        }
        checks.add(new Check(name, says, count, links, limit, DCMA, items));
    }

    private static boolean isWork(WorkItem item) {
        return item.timing().kind() == TaskKind.WORK && !item.estimate().max().isZero();
    }

    private static boolean isHard(WorkItem item) {
        return item.timing().constraints().stream()
                .anyMatch(date -> date.kind() != ConstraintKind.START_NO_EARLIER_THAN
                        && date.kind() != ConstraintKind.FINISH_NO_EARLIER_THAN);
    }

    private boolean isOutOfSequence(WorkItem item) {
        var from = item.earliest();
        return from != null
                && item.needs().stream().map(this::firstDay).anyMatch(day -> day != null && day.isAfter(from));
    }

    /// Of a mark of a phase's end, the latest first day of what the mark waits for.
    private @Nullable Instant firstDay(TaskId item) {
        var found = problem.items().get(numbers.of(item));
        if (!PhaseEnds.isMark(item) || found.timing().kind() != TaskKind.MILESTONE) {
            return found.earliest();
        }
        return ofMarks.computeIfAbsent(
                        item,
                        _ -> found.needs().stream()
                                .map(need -> problem.items().get(numbers.of(need)))
                                .flatMap(need -> Stream.ofNullable(need.earliest()))
                                .max(Instant::compareTo))
                .orElse(found.earliest());
    }
}
