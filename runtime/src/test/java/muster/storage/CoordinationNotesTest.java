package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.coordination.Charter;
import muster.coordination.CheckRun;
import muster.coordination.CheckStatus;
import muster.coordination.CoordinationEvent;
import muster.coordination.Delivered;
import muster.coordination.HandOffId;
import muster.coordination.HandOffNote;
import muster.plan.AgentId;
import muster.plan.Attendance;
import muster.plan.ConflictKind;
import muster.plan.ConflictRule;
import muster.plan.HandOff;
import muster.plan.ItemId;
import muster.plan.Meeting;
import muster.plan.RiskLevel;
import muster.plan.Rotation;
import muster.plan.TaskId;
import muster.run.Event;
import org.junit.jupiter.api.Test;

class CoordinationNotesTest {
    private static final HandOffId ID = HandOffId.parse("HD-2024-01-15-DEVOPS-001");
    private static final AgentId DEVOPS = new AgentId("devops");
    private static final AgentId PERF = new AgentId("perf");

    /// One of each, in the order of the golden file.
    static List<CoordinationEvent> samples() {
        return List.of(
                new CoordinationEvent.Agreed(charter()),
                new CoordinationEvent.HandOffOffered(note()),
                new CoordinationEvent.HandOffAccepted(ID, new TreeMap<>(Map.of("a.sh", "ab"))),
                new CoordinationEvent.HandOffRejected(ID, "no documentation"));
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
