package muster.storage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import muster.coordination.BlockerCommand;
import muster.coordination.ConflictCommand;
import muster.coordination.CoordinationCommand;
import muster.coordination.GateCommand;
import muster.coordination.HandOffId;
import muster.coordination.MeetingKind;

/// Commands to a team as JSON, both ways. The names of types and fields are a format: they are added to, never changed.
final class TeamCommandJson {
    /// The first version of every type.
    private static final int VERSION = 1;

    private static final Map<String, Function<JsonIn, CoordinationCommand>> TYPES = types();

    private TeamCommandJson() {}

    static JsonOut out(CoordinationCommand command) {
        return switch (command) {
            case CoordinationCommand.Due _ -> of("due");
            case CoordinationCommand.Meet(var kind, var date) ->
                of("meet").put("kind", kind).put("date", date);
            case CoordinationCommand.Agree(var charter) -> of("agree").put("charter", CharterJson.charter(charter));
            case CoordinationCommand.Revise(var charter, var orders) ->
                of("revise-charter")
                        .put("charter", CharterJson.charter(charter))
                        .put("orders", orders.stream().map(CommandWriter::json).toList());
            case CoordinationCommand.OfHandOff handOff -> handOff(handOff);
            case GateCommand gate -> GateCommandJson.out(gate);
            case BlockerCommand blocker -> MatterCommandJson.out(blocker);
            case ConflictCommand conflict -> MatterCommandJson.out(conflict);
        };
    }

    /// Reads what [#out] wrote.
    ///
    /// @throws UnreadableEntry if it is something else
    static CoordinationCommand command(JsonIn json) {
        var type = json.text("type");
        var read = TYPES.get(type);
        if (read == null || json.number("v") != VERSION) {
            throw new UnreadableEntry("command '" + type + "' version " + json.number("v")
                    + " to a team is unknown; a newer Muster may have written it");
        }
        try {
            return read.apply(json);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEntry("command '" + type + "' has a value that is not allowed: " + e.getMessage());
        }
    }

    private static JsonOut handOff(CoordinationCommand.OfHandOff command) {
        return switch (command) {
            case CoordinationCommand.Offer(var note, var by) ->
                CoordinationNotes.handOff(of("offer"), note).put("by", by);
            case CoordinationCommand.Accept(var id, var by, var found) ->
                of("accept-hand-off").put("id", id).put("by", by).put("found", found);
            case CoordinationCommand.SendBack(var id, var by, var reason) ->
                of("send-back-hand-off").put("id", id).put("by", by).put("reason", reason);
        };
    }

    private static Map<String, Function<JsonIn, CoordinationCommand>> types() {
        var types = new HashMap<String, Function<JsonIn, CoordinationCommand>>();
        types.put("due", _ -> new CoordinationCommand.Due());
        types.put(
                "meet",
                in -> new CoordinationCommand.Meet(
                        in.constant("kind", MeetingKind.class), LocalDate.parse(in.text("date"))));
        types.put("agree", in -> new CoordinationCommand.Agree(CharterJson.charter(in.object("charter"))));
        types.put(
                "revise-charter",
                in -> new CoordinationCommand.Revise(
                        CharterJson.charter(in.object("charter")),
                        in.objects("orders").stream()
                                .map(CommandReader::command)
                                .toList()));
        types.put("offer", in -> new CoordinationCommand.Offer(CoordinationNotes.handOff(in), MatterJson.by(in)));
        types.put(
                "accept-hand-off",
                in -> new CoordinationCommand.Accept(id(in), MatterJson.by(in), in.strings("found")));
        types.put(
                "send-back-hand-off",
                in -> new CoordinationCommand.SendBack(id(in), MatterJson.by(in), in.text("reason")));
        types.putAll(GateCommandJson.types());
        types.putAll(MatterCommandJson.types());
        return Map.copyOf(types);
    }

    private static HandOffId id(JsonIn in) {
        return HandOffId.parse(in.text("id"));
    }

    static JsonOut of(String type) {
        return JsonOut.of(type, VERSION);
    }
}
