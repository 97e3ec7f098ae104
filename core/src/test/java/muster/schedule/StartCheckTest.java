package muster.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import muster.plan.AgentId;
import muster.plan.TaskId;
import org.junit.jupiter.api.Test;

class StartCheckTest {
    private static final ScheduleSearch SEARCH = ScheduleSearch.standard(1, () -> false);

    @Test
    void aPhaseStartsInTimeIfAllBeforeItCanBeFinished() {
        assertThat(ask("2026-03-04T08:00:00Z")).isEqualTo(new StartAnswer.Yes(Instant.parse("2026-03-03T10:00:00Z")));
        assertThat(ask("2026-03-03T10:00:00Z")).isInstanceOf(StartAnswer.Yes.class);
    }

    @Test
    void aDelayIsToldWithTheChainThatCausesIt() {
        assertThat(ask("2026-03-03T09:00:00Z"))
                .isEqualTo(new StartAnswer.No(
                        Duration.ofHours(1),
                        Instant.parse("2026-03-03T10:00:00Z"),
                        Instant.parse("2026-03-03T10:00:00Z"),
                        List.of(new TaskId("write-script"), new TaskId("test-script"))));
    }

    @Test
    void waitingForTheMorningIsNoDelay() {
        var project = office().item("set-up", 6, "ann", "").item("work", 3, "ann", "set-up");

        var answer = StartCheck.of(project.problem(), Set.of(new TaskId("work")), at("2026-03-02T20:00:00Z"), SEARCH);

        assertThat(answer).isEqualTo(new StartAnswer.Yes(at("2026-03-02T14:00:00Z")));
    }

    @Test
    void aDelayThatBetterPlanningMightRemoveIsToldApartFromAProvenOne() {
        var project = new SmallProject("2026-03-02T08:00:00Z")
                .agent("ann", 1, null)
                .item("one", 2, "ann", "")
                .item("two", 2, "ann", "")
                .item("work", 3, "", "one two");

        var answer = StartCheck.of(project.problem(), Set.of(new TaskId("work")), at("2026-03-02T11:00:00Z"), SEARCH);

        assertThat(answer).isInstanceOfSatisfying(StartAnswer.No.class, no -> {
            assertThat(no.earliest()).isEqualTo("2026-03-02T12:00:00Z");
            assertThat(no.bound()).isEqualTo("2026-03-02T10:00:00Z");
        });
    }

    @Test
    void workThatThePhaseDoesNotWaitForDoesNotDelayIt() {
        var project = office().item("set-up", 1, "ann", "")
                .item("other", 40, "ann", "")
                .item("work", 3, "ann", "set-up");

        assertThat(StartCheck.of(project.problem(), Set.of(new TaskId("work")), at("2026-03-02T09:00:00Z"), SEARCH))
                .isInstanceOf(StartAnswer.Yes.class);
    }

    @Test
    void itCannotStartBeforeTheProject() {
        assertThat(ask("2026-03-01T08:00:00Z")).isInstanceOf(StartAnswer.No.class);
    }

    @Test
    void whatCannotBeScheduledIsNeverReady() {
        var project = new SmallProject("2026-03-02T08:00:00Z")
                .calendar("early", "UTC", SmallProject.WEEKDAYS, "06:00-12:00")
                .calendar("late", "UTC", SmallProject.WEEKDAYS, "12:00-18:00")
                .agent("ann", 1, "early")
                .agent("bob", 1, "late")
                .item("set-up", 1, "ann bob", "")
                .item("work", 3, "", "set-up");

        assertThat(StartCheck.of(project.problem(), Set.of(new TaskId("work")), at("2026-03-04T11:00:00Z"), SEARCH))
                .isEqualTo(new StartAnswer.Never(List.of(new Obstacle.NeverOpen(
                        new TaskId("set-up"), List.of(new AgentId("ann"), new AgentId("bob"))))));
    }

    private static StartAnswer ask(String at) {
        var project = office().agent("bob", 1, "office")
                .item("write-script", 6, "ann", "")
                .item("test-script", 4, "bob", "write-script")
                .item("book-slot", 2, "bob", "")
                .item("rename", 8, "ann", "test-script book-slot")
                .item("verify", 2, "ann", "rename");
        return StartCheck.of(project.problem(), Set.of(new TaskId("rename"), new TaskId("verify")), at(at), SEARCH);
    }

    private static SmallProject office() {
        return new SmallProject("2026-03-02T08:00:00Z")
                .calendar("office", "UTC", SmallProject.WEEKDAYS, "08:00-16:00")
                .agent("ann", 1, "office");
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
