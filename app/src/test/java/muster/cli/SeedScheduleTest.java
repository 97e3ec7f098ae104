package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import muster.plan.Parsed;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.schedule.Schedule;
import muster.schedule.ScheduleCheck;
import muster.schedule.Slot;
import muster.schedule.WorkItems;
import muster.wiring.PlanSchedule;
import muster.wiring.StatedSchedule;
import muster.yaml.PlanReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The schedules of the two documents that this project was built from, against what the documents say, counted by
/// hand.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SeedScheduleTest {
    private static final String DIRECTIVE = "003_e201b026a90178e6.txt";
    private static final String PROTOCOL = "004_6e826696a097c9b8.txt";

    @TempDir
    Path folder;

    /// Days 1 to 4, 5 to 10, 11 to 15 and 16 to 21.
    @Test
    void theProtocolsFourWeeksComeOutOnTheirDays() throws IOException {
        var plan = imported(PROTOCOL);
        var slots = schedule(WorkItems.Days.KEEP).byItem();

        assertThat(days(plan, "phase-1", slots)).isEqualTo("1-4");
        assertThat(days(plan, "phase-2", slots)).isEqualTo("5-10");
        assertThat(days(plan, "phase-3", slots)).isEqualTo("11-15");
        assertThat(days(plan, "phase-4", slots)).isEqualTo("16-18");
        for (var task : plan.tasks()) {
            if (task.days() != null) {
                var slot = slots.get(task.id());
                assertThat(slot.start())
                        .as(task.id().value())
                        .isAfterOrEqualTo(day(plan, task.days().first()));
                assertThat(slot.finish())
                        .as(task.id().value())
                        .isBeforeOrEqualTo(day(plan, task.days().last() + 1));
            }
        }
    }

    @Test
    void theProtocolStatesMoreWorkForSomeDaysThanTheyHave() throws IOException {
        imported(PROTOCOL);

        var found = Said.to("schedule", "--plan", folder.resolve("plan.yaml"), "--json")
                .json("muster.schedule/1")
                .get("stated_days");

        assertThat(found.valueStream().map(each -> each.get("words").asString()))
                .contains(
                        "devops-engineer has 32 h of work stated for days 3-4, which have 16 working hours",
                        "qa-engineer has 32 h of work stated for days 3-4, which have 16 working hours",
                        "performance-specialist has 16 h of work stated for day 15, which has 8 working hours",
                        "systems-architect has 16 h of work stated for day 18, which has 8 working hours")
                .hasSize(8);
    }

    /// Without its days the work takes less than half as long: the days hold it back, not needs or agents.
    @Test
    void theProtocolsDaysLeaveAgentsIdle() throws IOException {
        var plan = imported(PROTOCOL);
        var kept = schedule(WorkItems.Days.KEEP);
        var free = schedule(WorkItems.Days.IGNORE);

        assertThat(free.makespan().multipliedBy(2)).isLessThan(kept.makespan());
        assertThat(ScheduleCheck.faults(PlanSchedule.problem(plan, WorkItems.Days.IGNORE), free))
                .isEmpty();
    }

    /// Six phases one after the other, 7 hours in all, by the target completion at 06:00 with two and a half to spare.
    @Test
    void theDirectivesPhasesFollowEachOtherAndEndInTime() throws IOException {
        var plan = imported(DIRECTIVE);
        var schedule = schedule(WorkItems.Days.KEEP);
        var slots = schedule.byItem();

        assertThat(plan.phases()).filteredOn(phase -> !phase.tasks().isEmpty()).hasSize(6);
        for (var phase : plan.phases()) {
            for (var need : phase.needs()) {
                assertThat(last(plan, need.value(), slots))
                        .isBeforeOrEqualTo(first(plan, phase.id().value(), slots));
            }
        }
        assertThat(schedule.makespan()).isEqualTo(Duration.ofHours(7));
        assertThat(schedule.finish()).isBefore("2025-12-14T06:00:00Z");
        assertThat(ScheduleCheck.faults(PlanSchedule.problem(plan, WorkItems.Days.KEEP), schedule))
                .isEmpty();
    }

    private Schedule schedule(WorkItems.Days days) {
        return switch (StatedSchedule.read("printed", Said.to(args(days)).out().getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Ok<StatedSchedule>(var stated) -> stated.schedule();
            case Parsed.Failed<StatedSchedule>(var problems) -> throw new AssertionError(problems);
        };
    }

    private Object[] args(WorkItems.Days days) {
        var plan = folder.resolve("plan.yaml");
        return days == WorkItems.Days.KEEP
                ? new Object[] {"schedule", "--plan", plan, "--json"}
                : new Object[] {"schedule", "--plan", plan, "--json", "--ignore-days"};
    }

    private static Instant day(Plan plan, int number) {
        return plan.header().start().plus(Duration.ofDays(number - 1L));
    }

    private static String days(Plan plan, String phase, Map<?, Slot> slots) {
        var start = plan.header().start();
        var from = Duration.between(start, first(plan, phase, slots)).toDays() + 1;
        var until =
                Duration.between(start, last(plan, phase, slots)).minusNanos(1).toDays() + 1;
        return from + "-" + until;
    }

    private static Instant first(Plan plan, String phase, Map<?, Slot> slots) {
        return slots(plan, phase, slots)
                .map(Slot::start)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static Instant last(Plan plan, String phase, Map<?, Slot> slots) {
        return slots(plan, phase, slots)
                .map(Slot::finish)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private static Stream<Slot> slots(Plan plan, String id, Map<?, Slot> slots) {
        return plan.phases().stream()
                .filter(phase -> phase.id().value().equals(id))
                .map(Phase::tasks)
                .flatMap(tasks -> tasks.stream().map(task -> slots.get(task.id())));
    }

    private Plan imported(String name) throws IOException {
        var seed = seed(name);
        assumeThat(seed).as("the document, a file beside the project").isPresent();
        Said.to("import", seed.orElseThrow(), "--out", folder.resolve("plan.yaml"))
                .exits(Exit.YES);
        return ((Parsed.Ok<Plan>) PlanReader.read(folder.resolve("plan.yaml"))).value();
    }

    private static Optional<Path> seed(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("../shared/seeds").resolve(name).normalize())
                .filter(Files::exists)
                .findFirst();
    }
}
