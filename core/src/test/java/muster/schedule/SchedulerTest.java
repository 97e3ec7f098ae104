package muster.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.TaskId;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private static final String MONDAY = "2026-03-02T00:00:00Z";

    @Test
    void anItemStartsWhenTheLastThatItNeedsIsFinishedAndSaysSo() {
        var project = new SmallProject(MONDAY)
                .item("a", 2, "", "")
                .item("b", 5, "", "")
                .item("c", 1, "", "a b");

        assertThat(project.slot("c").start()).isEqualTo("2026-03-02T05:00:00Z");
        assertThat(project.slot("c").waits())
                .containsExactly(new Wait.ForItem(new TaskId("b"), Instant.parse("2026-03-02T05:00:00Z")));
        assertThat(project.slot("a").waits()).isEmpty();
        assertThat(project.schedule().criticalPath()).containsExactly(new TaskId("b"), new TaskId("c"));
        assertThat(project.schedule().makespan()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void slackIsHowFarAnItemCanSlip() {
        var project = new SmallProject(MONDAY)
                .item("a", 2, "", "")
                .item("b", 1, "", "a")
                .item("long", 6, "", "")
                .item("end", 1, "", "b long");

        assertThat(project.slot("a").totalSlack()).isEqualTo(Duration.ofHours(3));
        assertThat(project.slot("a").freeSlack()).isZero();
        assertThat(project.slot("b").freeSlack()).isEqualTo(Duration.ofHours(3));
        assertThat(project.slot("long").totalSlack()).isZero();
        assertThat(project.network().critical()).containsExactly(new TaskId("long"), new TaskId("end"));
    }

    @Test
    void anAgentDoesNotDoMoreAtOnceThanItCan() {
        var project = new SmallProject(MONDAY)
                .agent("ann", 1, null)
                .item("a", 2, "ann", "")
                .item("b", 3, "ann", "");

        assertThat(project.slot("b").waits())
                .containsExactly(
                        new Wait.ForAgent(new AgentId("ann"), new TaskId("a"), Instant.parse("2026-03-02T02:00:00Z")));
        assertThat(project.schedule().criticalPath()).containsExactly(new TaskId("a"), new TaskId("b"));
        assertThat(project.network().finish()).isEqualTo("2026-03-02T03:00:00Z");
    }

    @Test
    void itemsShareAnAgentWithRoomForTwo() {
        var project = new SmallProject(MONDAY)
                .agent("ann", 2, null)
                .item("a", 2, "ann", "")
                .item("b", 3, "ann", "");

        assertThat(project.schedule().makespan()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void anItemOfTwoOwnersWaitsForBoth() {
        var project = new SmallProject(MONDAY)
                .agent("ann", 1, null)
                .agent("bob", 1, null)
                .item("a", 4, "ann", "")
                .item("a2", 4, "ann", "a")
                .item("b", 1, "bob", "")
                .item("both", 2, "ann bob", "b");

        assertThat(ScheduleCheck.faults(project.problem(), project.schedule())).isEmpty();
        assertThat(project.slot("both").start())
                .isIn(Instant.parse("2026-03-02T04:00:00Z"), Instant.parse("2026-03-02T08:00:00Z"));
    }

    @Test
    void aRenewableResourceIsGivenBackAtTheFinish() {
        var project = new SmallProject(MONDAY)
                .resource("disk", ResourceKind.RENEWABLE, "10.5")
                .item("a", 2, "", "")
                .demands("disk", "6")
                .item("b", 3, "", "")
                .demands("disk", "4.75");

        assertThat(project.slot("b").waits())
                .containsExactly(new Wait.ForResource(
                        new ResourceId("disk"), new TaskId("a"), Instant.parse("2026-03-02T02:00:00Z")));
    }

    @Test
    void aConsumableResourceIsUsedUpOnce() {
        var project = new SmallProject(MONDAY)
                .resource("budget", ResourceKind.CONSUMABLE, "10")
                .item("a", 2, "", "")
                .demands("budget", "6")
                .item("b", 3, "", "a")
                .demands("budget", "4.01");

        assertThat(Scheduler.schedule(project.problem()))
                .isEqualTo(new SchedulingResult.Impossible(List.of(
                        new Obstacle.UsedUp(new ResourceId("budget"), new BigDecimal("10.01"), new BigDecimal("10")))));
    }

    @Test
    void moreThanThereIsCannotBeHeld() {
        var project = new SmallProject(MONDAY)
                .resource("disk", ResourceKind.RENEWABLE, "10")
                .item("a", 2, "", "")
                .demands("disk", "11");

        assertThat(Scheduler.schedule(project.problem()))
                .isEqualTo(new SchedulingResult.Impossible(List.of(new Obstacle.TooLarge(
                        new TaskId("a"), new ResourceId("disk"), new BigDecimal("11"), new BigDecimal("10")))));
    }

    @Test
    void itemsThatWaitForEachOtherAreNamedWithoutThoseBehindThem() {
        var project = new SmallProject(MONDAY)
                .item("a", 1, "", "b")
                .item("b", 1, "", "a")
                .item("behind", 1, "", "b")
                .item("free", 1, "", "");

        assertThat(Scheduler.schedule(project.problem()))
                .isEqualTo(new SchedulingResult.Impossible(
                        List.of(new Obstacle.Ring(List.of(new TaskId("a"), new TaskId("b"))))));
    }

    @Test
    void anItemWaitsForItsRelease() {
        var project = new SmallProject(MONDAY).item("a", 1, "", "").notBefore("2026-03-03T12:00:00Z");

        assertThat(project.slot("a").start()).isEqualTo("2026-03-03T12:00:00Z");
        assertThat(project.slot("a").waits())
                .containsExactly(new Wait.ForRelease(Instant.parse("2026-03-03T12:00:00Z")));
    }

    @Test
    void anEmptyProjectFinishesAsItStarts() {
        assertThat(new SmallProject(MONDAY).schedule().makespan()).isZero();
    }
}
