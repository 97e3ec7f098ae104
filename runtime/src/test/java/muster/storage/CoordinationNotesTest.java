package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.coordination.BlockerEvent;
import muster.coordination.BlockerNote;
import muster.coordination.Charter;
import muster.coordination.CheckRun;
import muster.coordination.CheckStatus;
import muster.coordination.ClockEvent;
import muster.coordination.ConflictEvent;
import muster.coordination.ConflictNote;
import muster.coordination.CoordinationEvent;
import muster.coordination.Delivered;
import muster.coordination.GateEvent;
import muster.coordination.GateRule;
import muster.coordination.HandOffId;
import muster.coordination.HandOffNote;
import muster.coordination.Impact;
import muster.coordination.MatterId;
import muster.coordination.MeetingKind;
import muster.coordination.Yardstick;
import muster.plan.AgentId;
import muster.plan.Attendance;
import muster.plan.ConflictKind;
import muster.plan.ConflictRule;
import muster.plan.Escalation;
import muster.plan.GateId;
import muster.plan.GateTerms;
import muster.plan.HandOff;
import muster.plan.ItemId;
import muster.plan.Meeting;
import muster.plan.RiskLevel;
import muster.plan.Rotation;
import muster.plan.Severity;
import muster.plan.TaskId;
import muster.plan.Threshold;
import muster.run.Event;
import org.junit.jupiter.api.Test;

class CoordinationNotesTest {
    private static final HandOffId ID = HandOffId.parse("HD-2024-01-15-DEVOPS-001");
    private static final AgentId DEVOPS = new AgentId("devops");
    private static final AgentId PERF = new AgentId("perf");

    private static final GateId GATE = new GateId("go");
    private static final MatterId BLOCKER = MatterId.parse("BL-001");
    private static final MatterId CONFLICT = MatterId.parse("CF-001");
    private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

    /// One of each, in the order of the golden file.
    static List<CoordinationEvent> samples() {
        return List.of(
                new CoordinationEvent.Agreed(charter()),
                new CoordinationEvent.HandOffOffered(note()),
                new CoordinationEvent.HandOffAccepted(ID, new TreeMap<>(Map.of("a.sh", "ab"))),
                new CoordinationEvent.HandOffRejected(ID, "no documentation"),
                new CoordinationEvent.Agreed(wholeCharter()),
                new GateEvent.VoteCast(GATE, DEVOPS, PERF),
                new GateEvent.VoteDelegated(GATE, DEVOPS, PERF, "away"),
                new GateEvent.TimerEnded(GATE),
                new GateEvent.PolicyJudged(GATE, true, "tested"),
                new GateEvent.Signalled("window-open", PERF),
                new GateEvent.Measured("disk usage", new BigDecimal("69.50"), PERF),
                new BlockerEvent.BlockerRaised(BLOCKER, blocker(), DEVOPS),
                new BlockerEvent.BlockerResolved(BLOCKER, PERF, "written"),
                new ClockEvent.Reminded("gate:go", List.of(PERF), 2),
                new ClockEvent.Escalated("BL-001", 1, "CE"),
                new ConflictEvent.Ranked(new TaskId("a"), new TaskId("b"), DEVOPS),
                new ConflictEvent.ConflictRaised(CONFLICT, conflict()),
                new ConflictEvent.ImpactAnalysed(CONFLICT, List.of(new Impact(Duration.ofHours(12), 2))),
                new ConflictEvent.TurnGiven(CONFLICT, 1, NOON),
                new ConflictEvent.EvidenceGiven(CONFLICT, 0, new TreeMap<>(Map.of("time", new BigDecimal("1.5")))),
                new ConflictEvent.TrialBegun(CONFLICT, NOON),
                new ConflictEvent.ReviewDue(CONFLICT),
                new ConflictEvent.ConflictDecided(
                        CONFLICT, 1, PERF, new ConflictEvent.Reasons("faster", "time 1 against 2")),
                new ConflictEvent.DecisionTold(CONFLICT, List.of(DEVOPS, PERF)),
                new ConflictEvent.ConflictResolved(CONFLICT, PERF, "faster"),
                new CoordinationEvent.MeetingHeld(
                        MeetingKind.STANDUP, LocalDate.parse("2024-01-15"), List.of(DEVOPS, PERF)));
    }

    private static BlockerNote blocker() {
        return new BlockerNote(
                Severity.P0, "no script", List.of(new TaskId("a")), "cannot", "6 h", "write it", "rename", "pilot");
    }

    private static ConflictNote conflict() {
        return new ConflictNote(
                ConflictKind.TECHNICAL,
                "which cache",
                List.of(
                        new ConflictNote.Side(DEVOPS, new TaskId("a"), "cache-a"),
                        new ConflictNote.Side(PERF, null, "cache-b")),
                List.of(new Yardstick("time", Yardstick.Better.LOWER)),
                PERF);
    }

    private static Charter wholeCharter() {
        var metric = new GateTerms.Measured(
                new Threshold("disk usage", Threshold.Bound.BELOW, new BigDecimal("70"), "%"), Duration.ofHours(2));
        var terms = new GateTerms(
                new GateTerms.Votes(2, GateTerms.Rule.TWO_PEOPLE),
                new GateTerms.Awaited(
                        Duration.ofHours(1), metric, new ItemId("window-open"), GateTerms.Grade.GO_WITH_CONDITIONS),
                new GateTerms.Reminders(Duration.ofHours(4), Duration.ofDays(1), DEVOPS));
        return new Charter(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new GateRule(GATE, "openP0 == 0", terms), new GateRule(new GateId("b"), null, GateTerms.USUAL)),
                List.of(new Escalation(new ItemId("e"), "a P0 blocker", "CE", null)),
                List.of("EA: mandate inventory"),
                new TreeMap<>(Map.of(new TaskId("a"), Duration.ofHours(4))));
    }

    private static Charter charter() {
        return new Charter(
                List.of(new Charter.Member(DEVOPS, "DevOps Engineer"), new Charter.Member(PERF, "Performance")),
                List.of(new HandOff(
                        new ItemId("h1"), "the scheduler", DEVOPS, PERF, new TaskId("a"), new TaskId("b"), null)),
                List.of(new Meeting(
                        new ItemId("standup"),
                        "Daily Standup",
                        LocalTime.of(9, 0),
                        ZoneId.of("UTC"),
                        Duration.ofMinutes(15),
                        Attendance.ALL,
                        List.of("blockers"),
                        null)),
                List.of(new ConflictRule(
                        ConflictKind.RESOURCE,
                        List.of("rotate"),
                        Duration.ofHours(4),
                        Duration.ofHours(24),
                        null,
                        Rotation.DAILY,
                        null)));
    }

    private static HandOffNote note() {
        return new HandOffNote(
                ID,
                DEVOPS,
                PERF,
                "2.1",
                List.of(new Delivered("a.sh", "ab"), new Delivered("words", null)),
                List.of("disk cleanup"),
                List.of(new CheckRun("works", CheckStatus.NOT_RUN)),
                RiskLevel.MEDIUM_HIGH,
                "go on",
                new ItemId("h1"));
    }

    @Test
    void everyEventIsReadBackAsItWas() {
        assertThat(samples()).allSatisfy(event -> {
            var note = CoordinationNotes.note(event);
            assertThat(CoordinationNotes.event(new Event.Noted(note.kind(), note.payload())))
                    .isEqualTo(event);
        });
    }

    @Test
    void whatWasEverWrittenStaysReadableAsItStands() throws IOException {
        var golden = new String(
                CoordinationNotesTest.class
                        .getResourceAsStream("coordination-v1.jsonl")
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        assertThat(samples().stream().map(event -> CoordinationNotes.note(event).payload()))
                .containsExactlyElementsOf(golden.lines().toList());
        assertThat(golden.lines().map(line -> CoordinationNotes.event(new Event.Noted(CoordinationNotes.KIND, line))))
                .containsExactlyElementsOf(samples());
    }

    @Test
    void notesOfOtherKindsAreNotTheTeams() {
        assertThat(CoordinationNotes.event(new Event.Noted("evidence", "not even JSON")))
                .isNull();
    }

    @Test
    void anUnknownNoteIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> CoordinationNotes.event(
                        new Event.Noted(CoordinationNotes.KIND, "{\"type\":\"from-the-future\",\"v\":1}")))
                .isInstanceOf(UnreadableEntry.class)
                .hasMessageContaining("from-the-future");
    }
}
