package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import muster.coordination.CoordinationEvent;
import muster.coordination.MeetingKind;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.run.ClaimEvent;
import muster.run.Event;
import org.junit.jupiter.api.Test;

class EventLineTest {
    private static final AgentId ANN = new AgentId("ann");

    @Test
    void anEventIsItsTypeAndItsFields() {
        var event = new ClaimEvent.ClaimReleased(new TaskId("rename"), 7, ANN, "no \"time\"");

        assertThat(EventLine.of(event))
                .isEqualTo("claim-released by=ann fence=7 reason=\"no \\\"time\\\"\" task=rename");
    }

    @Test
    void everyEventTakesOneShortLine() {
        assertThat(Samples.all())
                .allSatisfy(event ->
                        assertThat(EventLine.of(event)).doesNotContain("\n").hasSizeLessThan(400));
    }

    @Test
    void aNoteOfTheTeamIsToldAsTheEventThatItIs() {
        var held = new CoordinationEvent.MeetingHeld(MeetingKind.STANDUP, LocalDate.of(2024, 1, 15), List.of(ANN));
        var note = CoordinationNotes.note(held);

        assertThat(EventLine.of(new Event.Noted(note.kind(), note.payload())))
                .startsWith("meeting-held date=2024-01-15 kind=standup participants=[\"ann\"]");
    }

    @Test
    void anotherNoteIsToldAsANote() {
        assertThat(EventLine.of(new Event.Noted("evidence", "{\"exit\":0}")))
                .isEqualTo("noted kind=evidence payload=\"{\\\"exit\\\":0}\"");
    }

    @Test
    void aLongTextIsCut() {
        var event = new Event.AttemptFailed(new TaskId("a"), 1, "x".repeat(200));

        assertThat(EventLine.of(event)).endsWith("why=" + "x".repeat(120) + "…");
        assertThat(EventLine.json(event).path("why").asString()).hasSize(200);
        assertThat(EventLine.of(new Event.AttemptSucceeded(new TaskId("a"), 1, new TreeMap<>())))
                .contains("outputs={}");
    }
}
