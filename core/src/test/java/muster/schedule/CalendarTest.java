package muster.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.TaskId;
import org.junit.jupiter.api.Test;

class CalendarTest {

    @Test
    void workGoesOnAtTheNextOpening() {
        var project = berlin("2026-03-06T13:00:00Z").item("a", 5, "ann", "");

        assertThat(project.slot("a").start()).isEqualTo("2026-03-06T13:00:00Z");
        assertThat(project.slot("a").finish()).isEqualTo("2026-03-09T10:00:00Z");
    }

    @Test
    void workThatEndsAtClosingTimeIsNotCarriedOver() {
        var project = berlin("2026-03-06T08:00:00Z").item("a", 8, "ann", "");

        assertThat(project.slot("a").finish()).isEqualTo("2026-03-06T16:00:00Z");
    }

    @Test
    void anItemThatMayStartAtNightWaitsForTheMorning() {
        var project = berlin("2026-03-02T22:00:00Z").item("a", 1, "ann", "");

        assertThat(project.slot("a").waits())
                .containsExactly(
                        new Wait.ForOpening(List.of(new AgentId("ann")), Instant.parse("2026-03-03T08:00:00Z")));
    }

    @Test
    void openTimePassesAsLongAsSomebodyAsks() {
        var problem = berlin("2026-03-06T13:00:00Z").item("a", 5, "ann", "").problem();
        var hours = new TeamHours(problem)
                .of(List.of(new AgentId("ann")), problem.items().getFirst());
        var from = Instant.parse("2026-03-06T14:00:00Z");
        var saturday = Instant.parse("2026-03-07T00:00:00Z");

        assertThat(hours.after(from, Duration.ofHours(4), Instant.parse("2026-03-20T00:00:00Z")))
                .isEqualTo("2026-03-09T10:00:00Z");
        assertThat(hours.after(from, Duration.ofHours(2), saturday)).isEqualTo("2026-03-06T16:00:00Z");
        assertThat(hours.after(from, Duration.ofHours(4), saturday)).isEqualTo(saturday);
    }

    @Test
    void nobodyWorksOnAHoliday() {
        var project = new SmallProject("2026-04-02T07:00:00Z")
                .calendar("office", "Europe/Berlin", SmallProject.WEEKDAYS, "09:00-17:00")
                .holiday("2026-04-03")
                .agent("ann", 1, "office")
                .item("a", 9, "ann", "");

        assertThat(project.slot("a").finish()).isEqualTo("2026-04-06T08:00:00Z");
    }

    @Test
    void aHolidayAlsoClosesACalendarThatIsOpenRoundTheClock() {
        var project = new SmallProject("2026-04-02T12:00:00Z")
                .calendar("always", "UTC", SmallProject.ALL_DAYS)
                .holiday("2026-04-03")
                .agent("bot", 1, "always")
                .item("a", 13, "bot", "");

        assertThat(project.slot("a").finish()).isEqualTo("2026-04-04T01:00:00Z");
    }

    @Test
    void theOfficeOpensAnHourEarlierInUtcOnceSummerTimeBegins() {
        var project = berlin("2026-03-27T08:00:00Z").item("a", 9, "ann", "");

        assertThat(project.slot("a").finish()).isEqualTo("2026-03-30T08:00:00Z");
    }

    @Test
    void aNightShiftLosesTheHourThatTheClockSkips() {
        var project = night("2026-03-29T00:00:00+01:00").item("a", 4, "ann", "");

        assertThat(project.slot("a").finish()).isEqualTo(at("2026-03-30T01:00:00+02:00"));
    }

    @Test
    void aNightShiftGainsTheHourThatTheClockRepeats() {
        var project = night("2026-10-25T00:00:00+02:00").item("a", 5, "ann", "");

        assertThat(project.slot("a").finish()).isEqualTo(at("2026-10-25T04:00:00+01:00"));
    }

    @Test
    void hoursInsideTheRepeatedHourAreWorkedTwice() {
        var project = new SmallProject("2026-10-24T22:00:00Z")
                .calendar("odd", "Europe/Berlin", SmallProject.ALL_DAYS, "02:15-02:45")
                .agent("ann", 1, "odd")
                .item("a", Duration.ofMinutes(40), "ann", "");

        assertThat(project.slot("a").start()).isEqualTo("2026-10-25T00:15:00Z");
        assertThat(project.slot("a").finish()).isEqualTo("2026-10-25T01:25:00Z");
        assertThat(ScheduleCheck.faults(project.problem(), project.schedule())).isEmpty();
    }

    @Test
    void twoOwnersWorkOnlyWhileBothAreOpen() {
        var project = new SmallProject("2026-03-02T00:00:00Z")
                .calendar("berlin", "Europe/Berlin", SmallProject.WEEKDAYS, "09:00-17:00")
                .calendar("boston", "America/New_York", SmallProject.WEEKDAYS, "09:00-17:00")
                .agent("ann", 1, "berlin")
                .agent("bob", 1, "boston")
                .item("a", 3, "ann bob", "");

        assertThat(project.slot("a").start()).isEqualTo("2026-03-02T14:00:00Z");
        assertThat(project.slot("a").finish()).isEqualTo("2026-03-03T15:00:00Z");
    }

    @Test
    void ownersWhoNeverMeetMakeItImpossible() {
        var project = new SmallProject("2026-03-02T00:00:00Z")
                .calendar("early", "UTC", SmallProject.WEEKDAYS, "06:00-12:00")
                .calendar("late", "UTC", SmallProject.WEEKDAYS, "12:00-00:00")
                .agent("ann", 1, "early")
                .agent("bob", 1, "late")
                .item("a", 3, "ann bob", "");

        assertThat(Scheduler.schedule(project.problem()))
                .isEqualTo(new SchedulingResult.Impossible(List.of(
                        new Obstacle.NeverOpen(new TaskId("a"), List.of(new AgentId("ann"), new AgentId("bob"))))));
    }

    @Test
    void slackIsCountedInWorkingTime() {
        var project = berlin("2026-03-06T08:00:00Z")
                .agent("bob", 1, "office")
                .item("short", 2, "ann", "")
                .item("long", 12, "bob", "");

        assertThat(project.slot("short").totalSlack()).isEqualTo(Duration.ofHours(10));
    }

    private static SmallProject berlin(String start) {
        return new SmallProject(start)
                .calendar("office", "Europe/Berlin", SmallProject.WEEKDAYS, "09:00-17:00")
                .agent("ann", 1, "office");
    }

    private static SmallProject night(String start) {
        return new SmallProject(at(start).toString())
                .calendar("night", "Europe/Berlin", SmallProject.ALL_DAYS, "00:00-04:00")
                .agent("ann", 1, "night");
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
