package muster.storage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import muster.coordination.BlockerEvent;
import muster.coordination.CheckRun;
import muster.coordination.CheckStatus;
import muster.coordination.ClockEvent;
import muster.coordination.ConflictEvent;
import muster.coordination.CoordinationEvent;
import muster.coordination.Delivered;
import muster.coordination.GateEvent;
import muster.coordination.HandOffId;
import muster.coordination.HandOffNote;
import muster.coordination.Happening;
import muster.coordination.MeetingKind;
import muster.plan.AgentId;
import muster.plan.ItemId;
import muster.plan.RiskLevel;
import muster.run.Command;
import muster.run.Event;
import muster.run.Recorded;
import org.jspecify.annotations.Nullable;

/// Events of a team as notes in its run's journal. The names of types and fields are a format that old journals are
/// kept in: they are added to, never changed. Reference: `docs/reference/journal.md`.
public final class CoordinationNotes {
    /// The kind of these notes.
    public static final String KIND = "coordination";

    /// The first version of every type.
    static final int VERSION = 1;

    private static final Map<String, Function<JsonIn, CoordinationEvent>> TYPES = types();

    private CoordinationNotes() {}

    /// The command that keeps an event.
    public static Command.Note note(CoordinationEvent event) {
        return new Command.Note(KIND, out(event).text());
    }

    /// An entry of the journal with what it means for the team.
    public static Happening happening(Recorded recorded) {
        return happening(recorded.event(), recorded.at());
    }

    /// What an event that is not in the journal yet says.
    public static Happening happening(Event event, Instant at) {
        return new Happening(at, event, event instanceof Event.Noted noted ? event(noted) : null);
    }

    static JsonOut out(CoordinationEvent event) {
        return switch (event) {
            case CoordinationEvent.Agreed(var charter) ->
                JsonOut.of("agreed", CharterJson.saysMore(charter) ? 2 : VERSION)
                        .put("charter", CharterJson.charter(charter));
            case CoordinationEvent.MeetingHeld(var kind, var date, var participants) ->
                out("meeting-held").put("kind", kind).put("date", date).put("participants", participants);
            case CoordinationEvent.OfHandOff handOff -> handOff(handOff);
            case GateEvent gate -> GateNoteJson.out(gate);
            case BlockerEvent blocker -> MatterJson.out(blocker);
            case ConflictEvent conflict -> ConflictJson.out(conflict);
            case ClockEvent clock -> MatterJson.out(clock);
        };
    }

    /// The event that a note keeps; null if it is a note of another kind.
    ///
    /// @throws UnreadableEntry if this Muster does not know the event
    public static @Nullable CoordinationEvent event(Event.Noted note) {
        return note.kind().equals(KIND) ? read(JsonIn.parse(note.payload())) : null;
    }

    static CoordinationEvent read(JsonIn json) {
        var type = json.text("type");
        var read = TYPES.get(type);
        if (read == null || json.number("v") < VERSION || json.number("v") > newest(type)) {
            throw new UnreadableEntry("note '" + type + "' version " + json.number("v")
                    + " is unknown; a newer Muster may have written it");
        }
        try {
            return read.apply(json);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEntry("note '" + type + "' has a value that is not allowed: " + e.getMessage());
        }
    }

    /// A charter knows gates, escalations, other teams and the lengths of tasks since version 2.
    private static int newest(String type) {
        return type.equals("agreed") ? 2 : VERSION;
    }

    private static Map<String, Function<JsonIn, CoordinationEvent>> types() {
        var types = new HashMap<String, Function<JsonIn, CoordinationEvent>>();
        types.put("agreed", in -> new CoordinationEvent.Agreed(CharterJson.charter(in.object("charter"))));
        types.put("hand-off-offered", in -> new CoordinationEvent.HandOffOffered(handOff(in)));
        types.put("hand-off-accepted", in -> new CoordinationEvent.HandOffAccepted(id(in), in.strings("receipt")));
        types.put("hand-off-rejected", in -> new CoordinationEvent.HandOffRejected(id(in), in.text("reason")));
        types.put(
                "meeting-held",
                in -> new CoordinationEvent.MeetingHeld(
                        in.constant("kind", MeetingKind.class),
                        LocalDate.parse(in.text("date")),
                        in.all("participants", AgentId::new)));
        types.putAll(GateNoteJson.types());
        types.putAll(MatterJson.types());
        types.putAll(ConflictJson.types());
        return Map.copyOf(types);
    }

    private static JsonOut handOff(CoordinationEvent.OfHandOff event) {
        return switch (event) {
            case CoordinationEvent.HandOffOffered(var note) -> handOff(out("hand-off-offered"), note);
            case CoordinationEvent.HandOffAccepted(var id, var receipt) ->
                out("hand-off-accepted").put("id", id).put("receipt", receipt);
            case CoordinationEvent.HandOffRejected(var id, var reason) ->
                out("hand-off-rejected").put("id", id).put("reason", reason);
        };
    }

    static JsonOut handOff(JsonOut out, HandOffNote note) {
        out.put("id", note.id())
                .put("from", note.from())
                .put("to", note.to())
                .put("phase", note.phase())
                .put(
                        "deliverables",
                        note.deliverables().stream()
                                .map(CoordinationNotes::delivered)
                                .toList())
                .put("dependencies", note.dependencies())
                .put(
                        "checks",
                        note.checks().stream().map(CoordinationNotes::check).toList())
                .put("risk", note.risk())
                .put("nextSteps", note.nextSteps());
        return note.fulfils() == null ? out : out.put("fulfils", note.fulfils());
    }

    static HandOffNote handOff(JsonIn in) {
        return new HandOffNote(
                id(in),
                new AgentId(in.text("from")),
                new AgentId(in.text("to")),
                in.text("phase"),
                in.objects("deliverables").stream()
                        .map(each -> new Delivered(each.text("what"), each.textOrNull("sha256")))
                        .toList(),
                in.texts("dependencies"),
                in.objects("checks").stream()
                        .map(each -> new CheckRun(each.text("name"), each.constant("status", CheckStatus.class)))
                        .toList(),
                in.constant("risk", RiskLevel.class),
                in.text("nextSteps"),
                CharterJson.optional(in.textOrNull("fulfils"), ItemId::new));
    }

    private static JsonOut delivered(Delivered each) {
        var json = JsonOut.empty().put("what", each.what());
        return each.sha256() == null ? json : json.put("sha256", each.sha256());
    }

    private static JsonOut check(CheckRun each) {
        return JsonOut.empty().put("name", each.name()).put("status", each.status());
    }

    private static HandOffId id(JsonIn in) {
        return HandOffId.parse(in.text("id"));
    }

    private static JsonOut out(String type) {
        return JsonOut.of(type, VERSION);
    }
}
