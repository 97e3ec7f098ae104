package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    private final Map<TaskId, List<Link>> successors = new HashMap<>();
    private final Map<TaskId, List<Link>> predecessors = new HashMap<>();
    private final Map<TaskId, WorkItem> byId = new HashMap<>();
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
        for (var item : problem.items()) {
            var before = Stream.concat(item.needs().stream().map(Link::need), item.timing().links().stream())
                    .toList();
            byId.put(item.id(), item);
            predecessors.put(item.id(), before);
            links += before.size();
            before.forEach(link -> successors
                    .computeIfAbsent(link.after(), _ -> new ArrayList<>())
                    .add(link));
        }
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
        items("open-start", "nothing holds it back", 0.05, item -> before(item).isEmpty());
        items("open-end", "it holds nothing back", 0.05, item -> after(item).isEmpty());
        items(
                "dangling-start",
                "only its finish is held back, so its start may be any time",
                0,
                item -> !before(item).isEmpty()
                        && before(item).stream().noneMatch(link -> link.kind().holdsStart()));
        items(
                "dangling-finish",
                "only its start holds others back, so its finish matters to nobody",
                0,
                item -> !after(item).isEmpty()
                        && after(item).stream().noneMatch(link -> link.kind().isFromFinish()));
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
        Map<TaskId, Duration> slack = new HashMap<>();
        network.activities().forEach(activity -> slack.put(activity.item(), activity.totalSlack()));
        items(
                "negative-slack",
                "it cannot be done in time",
                0,
                item -> slack.getOrDefault(item.id(), Duration.ZERO).isNegative());
        items(
                "high-slack",
                "more than 44 days of 8 hours of slack: a link may be missing",
                0.05,
                item -> slack.getOrDefault(item.id(), Duration.ZERO).compareTo(LONG) > 0);
    }

    private void items(String name, String says, double limit, Predicate<WorkItem> found) {
        var items = problem.items().stream().filter(found).map(WorkItem::id).toList();
        int all = problem.items().size();
        checks.add(new Check(name, says, items.size(), all, limit, DCMA, items));
    }

    private void links(String name, String says, double limit, Predicate<Link> found) {
        Set<TaskId> items = new HashSet<>();
        int count = 0;
        for (var item : problem.items()) {
            long here = before(item).stream().filter(found).count();
            count += (int) here;
            if (here > 0) {
                items.add(item.id());
            }
        }
        var inOrder = problem.items().stream()
                .map(WorkItem::id)
                .filter(items::contains)
                .toList();
        checks.add(new Check(name, says, count, links, limit, DCMA, inOrder));
    }

    private List<Link> before(WorkItem item) {
        return predecessors.getOrDefault(item.id(), List.of());
    }

    private List<Link> after(WorkItem item) {
        return successors.getOrDefault(item.id(), List.of());
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
        var found = byId.get(item);
        if (found == null || !PhaseEnds.isMark(item) || found.timing().kind() != TaskKind.MILESTONE) {
            return found == null ? null : found.earliest();
        }
        return ofMarks.computeIfAbsent(
                        item,
                        _ -> found.needs().stream()
                                .flatMap(need -> Stream.ofNullable(byId.get(need)))
                                .flatMap(need -> Stream.ofNullable(need.earliest()))
                                .max(Instant::compareTo))
                .orElse(found.earliest());
    }
}
