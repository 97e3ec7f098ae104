package muster.coordination;

import static muster.coordination.Together.DEVOPS;
import static muster.coordination.Together.PERF;
import static muster.coordination.Together.QA;
import static muster.coordination.Together.passed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.plan.Attendance;
import muster.plan.ItemId;
import muster.plan.Meeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingRulesTest {
    /// A Friday.
    private static final LocalDate FRIDAY = LocalDate.parse("2024-01-12");

    private final Together team = new Together(Instant.parse("2024-01-12T10:00:00Z"));

    @Test
    void withoutMeetingsInThePlanThoseOfTheSeedAreHeld() {
        assertThat(List.of(MeetingKind.values()).stream().map(kind -> kind.in(Charter.NONE)))
                .extracting(Meeting::at, Meeting::length, Meeting::attendance)
                .containsExactly(
                        tuple(9, 15, Attendance.ALL),
                        tuple(14, 30, Attendance.CROSS_DEPENDENT),
                        tuple(18, 15, Attendance.ALL));
    }

    @Test
    void allTakePartInTheStandUpButOnlyThoseWhoWaitForEachOtherInTheSync() {
        assertThat(minutes(MeetingKind.STANDUP, FRIDAY.plusDays(1)).participants())
                .containsExactly(DEVOPS, PERF, QA);
        assertThat(minutes(MeetingKind.SYNC, FRIDAY).participants()).containsExactly(DEVOPS, PERF);
        assertThat(minutes(MeetingKind.SYNC, FRIDAY.plusDays(1)).participants()).containsExactly(DEVOPS, PERF);
    }

    @Test
    void nobodySyncsOnceNothingIsOwed() {
        passOn();
        team.complete("matrix", PERF);

        assertThat(minutes(MeetingKind.SYNC, FRIDAY).participants()).isEmpty();
    }

    @Test
    void theEndOfTheDayTellsWhatWasDoneAndWhatIsNext() {
        var morning = minutes(MeetingKind.EOD, FRIDAY).reports();
        assertThat(morning.get(0).today()).containsExactly("ready: the scheduler");
        assertThat(morning.get(1).tomorrow()).containsExactly("next: the matrix");

        passOn();

        var evening = minutes(MeetingKind.EOD, FRIDAY).reports();
        assertThat(evening.get(0).today())
                .containsExactly("done: the scheduler", "offered HD-2024-01-12-DEVOPS-001 to perf");
        assertThat(evening.get(1).today()).containsExactly("accepted HD-2024-01-12-DEVOPS-001", "ready: the matrix");
        assertThat(evening.get(2))
                .isEqualTo(new Minutes.Report(QA, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void onMondayYesterdayIsFriday() {
        passOn();
        var monday = minutes(MeetingKind.STANDUP, FRIDAY.plusDays(3)).reports();

        assertThat(monday.get(0).yesterday())
                .containsExactly("done: the scheduler", "offered HD-2024-01-12-DEVOPS-001 to perf");
        assertThat(monday.get(1).today()).containsExactly("ready: the matrix");
    }

    @Test
    void whatHappensLaterDoesNotChangeTheMinutes() {
        var before = minutes(MeetingKind.STANDUP, FRIDAY.plusDays(1));

        team.pass(Duration.ofDays(2));
        passOn();

        assertThat(minutes(MeetingKind.STANDUP, FRIDAY.plusDays(1))).isEqualTo(before);
    }

    @Test
    void whoWaitsForWhomIsSaidToBoth() {
        team.complete("scheduler", DEVOPS);
        team.grant(team.offer(passed("works")));
        var reports = minutes(MeetingKind.SYNC, FRIDAY).reports();

        assertThat(reports.get(0).dependencies())
                .isEqualTo(reports.get(1).dependencies())
                .containsExactly(
                        "Performance Specialist waits for DevOps Engineer: hand-off to-perf is not accepted",
                        "DevOps Engineer waits for Performance Specialist: HD-2024-01-12-DEVOPS-001 is offered and not"
                                + " answered");
        assertThat(reports.get(1).blockers()).isEmpty();
    }

    /// Berlin: UTC+1, UTC+2 from 2024-03-31 02:00 to 2024-10-27 03:00.
    @ParameterizedTest
    @CsvSource({
        "2024-03-30, 09:00, 2024-03-30T08:00:00Z",
        "2024-03-31, 09:00, 2024-03-31T07:00:00Z",
        "2024-10-26, 09:00, 2024-10-26T07:00:00Z",
        "2024-10-27, 09:00, 2024-10-27T08:00:00Z",
        "2024-03-31, 02:30, 2024-03-31T01:30:00Z",
        "2024-10-27, 02:30, 2024-10-27T00:30:00Z"
    })
    void aMeetingKeepsItsTimeOfDayWhenTheClocksChange(LocalDate date, LocalTime at, Instant start) {
        var meeting = new Meeting(
                new ItemId("m"),
                "m",
                at,
                ZoneId.of("Europe/Berlin"),
                Duration.ofMinutes(15),
                Attendance.ALL,
                List.of(),
                null);

        assertThat(MeetingRules.start(meeting, date)).isEqualTo(start);
    }

    private void passOn() {
        team.complete("scheduler", DEVOPS);
        var offer = team.offer(passed("works"));
        team.grant(offer);
        team.grant(
                new CoordinationCommand.Accept(offer.note().id(), PERF, new TreeMap<>(Map.of("scheduler.sh", "aa"))));
    }

    private Minutes minutes(MeetingKind kind, LocalDate date) {
        return MeetingRules.minutes(Together.RUN, team.told, kind, date);
    }

    private static org.assertj.core.groups.Tuple tuple(int hour, int minutes, Attendance who) {
        return new org.assertj.core.groups.Tuple(LocalTime.of(hour, 0), Duration.ofMinutes(minutes), who);
    }
}
