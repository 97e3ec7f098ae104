package muster.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import muster.plan.AgentId;
import muster.plan.ConstraintKind;
import muster.plan.Lag;
import muster.plan.LinkKind;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.TaskId;
import muster.plan.WorkMode.Who;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Links, dates, modes and what is held longer than an item lasts.
class TimingTest {
    private static final String MONDAY = "2026-03-02T08:00:00Z";

    @Test
    void aLagInWorkingTimeDoesNotPassAtNight() {
        var project = office().item("a", 7, "ann", "").item("b", 1, "ann", "").link("a", LinkKind.FINISH_TO_START, 2);

        assertThat(project.slot("b").start()).isEqualTo("2026-03-03T09:00:00Z");
    }

    @Test
    void aLagOfElapsedTimePassesAtNight() {
        var project = office().item("a", 7, "ann", "")
                .item("b", 1, "ann", "")
                .link("a", LinkKind.FINISH_TO_START, Duration.ofHours(2), Lag.Passing.ELAPSED);

        assertThat(project.slot("b").start()).isEqualTo("2026-03-03T08:00:00Z");
    }

    @Test
    void aNegativeLagLetsItemsOverlap() {
        var project = office().item("a", 7, "ann", "").item("b", 4, "", "").link("a", LinkKind.FINISH_TO_START, -3);

        assertThat(project.slot("b").start()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(project.slot("b").waits().getFirst())
                .isEqualTo(new Wait.ForLink(
                        new TaskId("a"),
                        LinkKind.FINISH_TO_START,
                        new Lag(Duration.ofHours(-3), Lag.Passing.WORKING),
                        Instant.parse("2026-03-02T12:00:00Z")));
    }

    @Test
    void anItemWhoseFinishIsHeldBackStartsLater() {
        var project = office().item("a", 6, "ann", "").item("b", 2, "", "").link("a", LinkKind.FINISH_TO_FINISH, 1);

        assertThat(project.slot("b").start()).isEqualTo("2026-03-02T13:00:00Z");
        assertThat(project.slot("b").finish()).isEqualTo("2026-03-02T15:00:00Z");
    }

    @Test
    void slackIsNegativeAgainstADeadlineThatCannotBeKept() {
        var project = office().item("a", 6, "ann", "").item("b", 4, "ann", "a").deadline("2026-03-02T15:00:00Z");

        assertThat(project.network().activities().getFirst().totalSlack()).isEqualTo(Duration.ofHours(-3));
        assertThat(project.breaches())
                .containsExactly(new Breach(
                        new TaskId("b"),
                        Breach.Asked.DEADLINE,
                        Instant.parse("2026-03-02T15:00:00Z"),
                        Instant.parse("2026-03-03T10:00:00Z"),
                        Breach.Proof.PROVEN));
    }

    @Test
    void aDateThatPressesMovesAnItemForward() {
        var project = office().item("a", 6, "ann", "")
                .item("b", 2, "ann", "")
                .date(ConstraintKind.FINISH_NO_LATER_THAN, "2026-03-02T10:00:00Z");

        assertThat(project.slot("b").finish()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(project.breaches()).isEmpty();
    }

    @Test
    void whatMustStartOnADateStartsThen() {
        var project = office().item("a", 1, "ann", "").date(ConstraintKind.MUST_START_ON, "2026-03-04T09:00:00Z");

        assertThat(project.slot("a").start()).isEqualTo("2026-03-04T09:00:00Z");
        assertThat(project.slot("a").waits())
                .containsExactly(new Wait.ForDate(ConstraintKind.MUST_START_ON, Instant.parse("2026-03-04T09:00:00Z")));
    }

    @Test
    void theFasterAgentDoesItUnlessSheIsBusy() {
        var project = office().agent("bob", 1, "office")
                .item("a", 4, "", "")
                .mode(new Who.Together(List.of(new AgentId("ann"))), "2")
                .mode(new Who.Together(List.of(new AgentId("bob"))), "1")
                .item("b", 4, "", "")
                .mode(new Who.Together(List.of(new AgentId("ann"))), "2")
                .mode(new Who.Together(List.of(new AgentId("bob"))), "1")
                .item("c", 4, "", "")
                .mode(new Who.Together(List.of(new AgentId("ann"))), "2")
                .mode(new Who.Together(List.of(new AgentId("bob"))), "1");

        assertThat(project.schedule().makespan()).isEqualTo(Duration.ofHours(4));
        assertThat(project.schedule().slots())
                .extracting(slot -> slot.owners().getFirst().value())
                .containsExactlyInAnyOrder("ann", "ann", "bob");
    }

    @Test
    void anyoneWhoIsAbleMayDoIt() {
        var project = office().able("sql")
                .agent("bob", 1, "office")
                .able("sql")
                .item("a", 4, "", "")
                .mode(new Who.Capable("sql"), "1")
                .item("b", 4, "", "")
                .mode(new Who.Capable("sql"), "1");

        assertThat(project.schedule().makespan()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void whatNobodyCanDoIsImpossible() {
        var project = office().item("a", 4, "", "").mode(new Who.Capable("cobol"), "1");

        assertThat(Scheduler.schedule(project.problem()))
                .isInstanceOfSatisfying(
                        SchedulingResult.Impossible.class,
                        impossible ->
                                assertThat(impossible.obstacles()).hasOnlyElementsOfType(Obstacle.NobodyFits.class));
    }

    @Test
    void aDayOffPutsWorkOffAndAnExtraDayTakesItBack() {
        assertThat(office().away("2026-03-02", "2026-03-03")
                        .item("a", 1, "ann", "")
                        .slot("a")
                        .start())
                .isEqualTo("2026-03-04T08:00:00Z");
        assertThat(new SmallProject("2026-03-07T00:00:00Z")
                        .calendar("office", "UTC", SmallProject.WEEKDAYS, "08:00-16:00")
                        .agent("ann", 1, "office")
                        .extra("2026-03-07", "10:00", "12:00")
                        .item("a", 3, "ann", "")
                        .slot("a")
                        .finish())
                .isEqualTo("2026-03-09T09:00:00Z");
    }

    @Test
    void diskStaysFullUntilTheCleanUp() {
        var project = new SmallProject(MONDAY)
                .resource("disk", ResourceKind.RESERVOIR, "10")
                .item("build", 2, "", "")
                .holdsUntil("disk", "7", "clean")
                .item("test", 3, "", "build")
                .item("clean", 1, "", "test")
                .item("other", 1, "", "")
                .holdsUntil("disk", "7", "other");

        assertThat(project.slot("other").start()).isIn(Instant.parse(MONDAY), Instant.parse("2026-03-02T14:00:00Z"));
        assertThat(ScheduleCheck.faults(project.problem(), project.schedule())).isEmpty();
    }

    @Test
    void takersThatWouldWaitForEachOtherForeverGoOneAfterTheOther() {
        var project = new SmallProject(MONDAY).resource("disk", ResourceKind.RESERVOIR, "10");
        for (var name : List.of("x", "y")) {
            project.item(name + "1", 1, "", "")
                    .holdsUntil("disk", "5", name + "3")
                    .item(name + "2", 1, "", name + "1")
                    .holdsUntil("disk", "5", name + "3")
                    .item(name + "3", 1, "", name + "2");
        }

        assertThat(project.schedule().makespan()).isEqualTo(Duration.ofHours(6));
        assertThat(ScheduleCheck.faults(project.problem(), project.schedule())).isEmpty();
    }

    @Test
    void whatIsNeverGivenBackIsNotFound() {
        var project = new SmallProject(MONDAY)
                .resource("disk", ResourceKind.RESERVOIR, "10")
                .item("a", 1, "", "")
                .holdsUntil("disk", "6", "c")
                .item("b", 1, "", "a")
                .holdsUntil("disk", "6", "c")
                .item("c", 1, "", "b");

        assertThat(Scheduler.schedule(project.problem()))
                .isEqualTo(new SchedulingResult.Impossible(
                        List.of(new Obstacle.Stuck(List.of(new TaskId("b")), List.of(new ResourceId("disk"))))));
    }

    @Test
    void moreOfAResourceMayComeLater() {
        var project = new SmallProject(MONDAY)
                .resource("runners", ResourceKind.RENEWABLE, "1")
                .levels("2026-03-03T08:00:00Z 2")
                .item("a", 4, "", "")
                .demands("runners", "2");

        assertThat(project.slot("a").start()).isEqualTo("2026-03-03T08:00:00Z");
        assertThat(project.slot("a").waits())
                .containsExactly(new Wait.ForSupply(new ResourceId("runners"), Instant.parse("2026-03-03T08:00:00Z")));
    }

    @Test
    void aContestedResourceGoesFromAgentToAgentDaily() {
        var project = office().agent("bob", 1, "office")
                .resource("runner", ResourceKind.RENEWABLE, "1")
                .inTurn()
                .item("a", 4, "ann", "")
                .demands("runner", "1")
                .item("b", 4, "bob", "")
                .demands("runner", "1");

        assertThat(project.slot("a").start()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(project.slot("b").start()).isEqualTo("2026-03-03T08:00:00Z");
        assertThat(project.slot("b").waits())
                .containsExactly(new Wait.ForTurn(new ResourceId("runner"), Instant.parse("2026-03-03T08:00:00Z")));
        assertThat(ScheduleCheck.faults(project.problem(), project.schedule())).isEmpty();
    }

    @Test
    void priorityDecidesWhereItDoesNotMoveTheEnd() {
        var project = office().item("a", 2, "ann", "").item("b", 2, "ann", "").priority(900);

        assertThat(project.slot("b").start()).isEqualTo(MONDAY);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomProjectsKeepAllRules(long seed) {
        var problem = RandomTiming.project(new Random(seed)).problem();

        if (Scheduler.schedule(problem)
                instanceof SchedulingResult.Scheduled(var schedule, var network, var breaches)) {
            var missed = breaches.stream()
                    .filter(breach -> breach.asked() != Breach.Asked.DEADLINE)
                    .map(breach -> breach.item().value())
                    .distinct()
                    .toList();
            assertThat(ScheduleCheck.faults(problem, schedule))
                    .allSatisfy(fault -> assertThat(missed).contains(fault.split(" ", -1)[0]));
            assertThat(schedule.finish()).isAfterOrEqualTo(network.finish());
            for (var slot : schedule.slots()) {
                var last = slot.waits().isEmpty()
                        ? problem.start()
                        : slot.waits().getLast().until();
                assertThat(slot.start()).as(slot.toString()).isEqualTo(last);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anItemMaySlipByItsFreeSlack(long seed) {
        var problem = RandomTiming.project(new Random(seed)).problem();

        if (Scheduler.schedule(problem) instanceof SchedulingResult.Scheduled(var schedule, var _, var _)) {
            var faults = ScheduleCheck.faults(problem, schedule);
            for (var slot : schedule.slots()) {
                if (!slot.freeSlack().isZero()) {
                    assertThat(ScheduleCheck.faults(problem, RandomTiming.slipped(problem, schedule, slot)))
                            .as(slot.toString())
                            .isSubsetOf(faults);
                }
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static SmallProject office() {
        return new SmallProject(MONDAY)
                .calendar("office", "UTC", SmallProject.WEEKDAYS, "08:00-16:00")
                .agent("ann", 1, "office");
    }
}
