package muster.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import muster.plan.Estimate;
import muster.plan.ResourceKind;
import muster.plan.TaskId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random small projects against the independent check and against twins that try everything.
class RandomProjectTest {
    private static final String[] ZONES = {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"};
    private static final String[] NEAR_CHANGES = {
        "2026-03-27T05:00:00Z",
        "2026-10-23T05:00:00Z",
        "2026-03-06T05:00:00Z",
        "2026-10-30T05:00:00Z",
        "2026-04-03T05:00:00Z"
    };

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyScheduleKeepsAllRules(long seed) {
        var problem = withCalendars(new Random(seed)).problem();

        switch (Scheduler.schedule(problem)) {
            case SchedulingResult.Scheduled(var schedule, var network, var _) -> {
                assertThat(ScheduleCheck.faults(problem, schedule)).isEmpty();
                assertThat(schedule.finish()).isAfterOrEqualTo(network.finish());
            }
            case SchedulingResult.Impossible(var obstacles) ->
                assertThat(obstacles).hasOnlyElementsOfType(Obstacle.NeverOpen.class);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theNetworkAgreesWithAllPathsTriedOneByOne(long seed) {
        var problem = roundTheClock(new Random(seed)).problem();

        var network = ((SchedulingResult.Scheduled) Scheduler.schedule(problem)).network();

        long end = problem.items().stream()
                .mapToLong(item -> longestTo(problem, item))
                .max()
                .orElse(0);
        assertThat(hours(problem, network.finish())).isEqualTo(end);
        for (var activity : network.activities()) {
            var item = item(problem, activity.item());
            long latest = end - longestAfter(problem, item);
            assertThat(hours(problem, activity.earliestFinish())).isEqualTo(longestTo(problem, item));
            assertThat(hours(problem, activity.latestFinish())).isEqualTo(latest);
            assertThat(activity.totalSlack().toHours()).isEqualTo(latest - longestTo(problem, item));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anItemMaySlipByItsSlackButNotFurther(long seed) {
        var problem = roundTheClock(new Random(seed)).problem();
        var schedule = ((SchedulingResult.Scheduled) Scheduler.schedule(problem)).schedule();

        for (var slot : schedule.slots()) {
            var slipped = slipped(schedule, slot, slot.freeSlack());

            assertThat(ScheduleCheck.faults(problem, slipped)).isEmpty();
            assertThat(slot.totalSlack()).isGreaterThanOrEqualTo(slot.freeSlack());
            assertThat(slot.finish().plus(slot.totalSlack())).isBeforeOrEqualTo(schedule.finish());
        }
        assertThat(schedule.criticalPath())
                .allSatisfy(
                        item -> assertThat(schedule.slotOf(item).orElseThrow().totalSlack())
                                .isZero());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachItemStartsAtTheEndOfItsLastWait(long seed) {
        var problem = withCalendars(new Random(seed)).problem();

        if (Scheduler.schedule(problem) instanceof SchedulingResult.Scheduled(var schedule, var _, var _)) {
            for (var slot : schedule.slots()) {
                var last = slot.waits().isEmpty()
                        ? problem.start()
                        : slot.waits().getLast().until();
                assertThat(slot.start()).isEqualTo(last);
                assertThat(slot.waits()).extracting(Wait::until).isSorted();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLoneItemStartsAndFinishesWhereCountingMinutesSays(long seed) {
        var random = new Random(seed);
        var project = new SmallProject(NEAR_CHANGES[random.nextInt(NEAR_CHANGES.length)])
                .calendar("c", ZONES[random.nextInt(ZONES.length)], SmallProject.ALL_DAYS, hours(random, 0))
                .agent("ann", 1, "c")
                .item("a", Duration.ofMinutes(15L * (1 + random.nextInt(100))), "ann", "");
        var problem = project.problem();

        var slot = project.slot("a");

        assertThat(ScheduleCheck.faults(problem, project.schedule())).isEmpty();
        var earlier = Duration.between(problem.start(), slot.start());
        if (!earlier.isZero()) {
            var sooner = new Slot(
                    slot.item(),
                    problem.start(),
                    slot.start(),
                    List.of(),
                    Duration.ZERO,
                    Duration.ZERO,
                    slot.owners(),
                    0);
            var waiting = new Schedule(problem.start(), slot.start(), List.of(sooner), List.of());
            assertThat(ScheduleCheck.faults(withoutWork(problem), waiting)).isEmpty();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    /// The same item with nothing to do: it fits exactly a time in which nothing is open.
    private static SchedulingProblem withoutWork(SchedulingProblem problem) {
        var item = problem.items().getFirst();
        var idle = new WorkItem(item.id(), Estimate.ZERO, item.owners(), item.needs(), item.demands(), item.earliest());
        return new SchedulingProblem(List.of(idle), problem.team(), problem.start(), problem.basis());
    }

    private static SmallProject withCalendars(Random random) {
        var project = new SmallProject(NEAR_CHANGES[random.nextInt(NEAR_CHANGES.length)]);
        for (int agent = 0; agent < 3; agent++) {
            project.calendar("c" + agent, ZONES[random.nextInt(ZONES.length)], SmallProject.WEEKDAYS, hours(random, 8));
            project.agent("p" + agent, 1 + random.nextInt(2), random.nextInt(4) == 0 ? null : "c" + agent);
        }
        return items(random, project);
    }

    private static SmallProject roundTheClock(Random random) {
        var project = new SmallProject("2026-03-02T00:00:00Z");
        for (int agent = 0; agent < 3; agent++) {
            project.agent("p" + agent, 1 + random.nextInt(2), null);
        }
        return items(random, project);
    }

    private static SmallProject items(Random random, SmallProject project) {
        project.resource("disk", ResourceKind.RENEWABLE, "5");
        for (int item = 0; item < 3 + random.nextInt(9); item++) {
            var owners = new ArrayList<String>();
            owners.add("p" + random.nextInt(3));
            if (random.nextInt(4) == 0) {
                owners.add("p" + random.nextInt(3));
            }
            var needs = new ArrayList<String>();
            for (int need = 0; need < item && needs.size() < 2; need++) {
                if (random.nextInt(4) == 0) {
                    needs.add("i" + need);
                }
            }
            project.item("i" + item, random.nextInt(7), String.join(" ", owners), String.join(" ", needs));
            if (random.nextInt(3) == 0) {
                project.demands("disk", String.valueOf(1 + random.nextInt(4)));
            }
        }
        return project;
    }

    private static String hours(Random random, int earliest) {
        int from = earliest + random.nextInt(4);
        return "%02d:%02d-%02d:00".formatted(from, 15 * random.nextInt(4), from + 2 + random.nextInt(8));
    }

    private static Schedule slipped(Schedule schedule, Slot slot, Duration by) {
        var slots = new ArrayList<>(schedule.slots());
        slots.remove(slot);
        slots.add(new Slot(
                slot.item(),
                slot.start().plus(by),
                slot.finish().plus(by),
                slot.waits(),
                slot.totalSlack(),
                slot.freeSlack(),
                slot.owners(),
                slot.mode()));
        return new Schedule(schedule.start(), schedule.finish(), slots, schedule.criticalPath());
    }

    private static long longestTo(SchedulingProblem problem, WorkItem item) {
        long before = item.needs().stream()
                .mapToLong(need -> longestTo(problem, item(problem, need)))
                .max()
                .orElse(0);
        return before + item.estimate().likely().toHours();
    }

    private static long longestAfter(SchedulingProblem problem, WorkItem item) {
        return problem.items().stream()
                .filter(other -> other.needs().contains(item.id()))
                .mapToLong(other -> other.estimate().likely().toHours() + longestAfter(problem, other))
                .max()
                .orElse(0);
    }

    private static WorkItem item(SchedulingProblem problem, TaskId id) {
        return problem.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long hours(SchedulingProblem problem, Instant time) {
        return Duration.between(problem.start(), time).toHours();
    }
}
