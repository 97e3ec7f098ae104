package muster.storage;

import java.util.stream.Collectors;
import muster.run.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An event for people: its type, then its fields as `name=value`, as `docs/reference/journal.md` names them. What a
/// team noted is told as the event that it is. A long value is cut; `log export` has all of it.
public final class EventLine {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Longest value, in characters: a sentence.
    private static final int LONGEST = 120;

    private EventLine() {}

    /// One line without a line break.
    public static String of(Event event) {
        var json = json(event);
        var fields = json.properties().stream()
                .filter(field ->
                        !field.getKey().equals("type") && !field.getKey().equals("v"))
                .map(field -> field.getKey() + "=" + value(field.getValue()));
        return json.path("type").asString()
                + fields.collect(Collectors.joining(" ", " ", "")).stripTrailing();
    }

    /// The event as the journal keeps it; of a note of the team, what it notes.
    public static JsonNode json(Event event) {
        var kept = JSON.readTree(EventWriter.text(event));
        var ofTeam = event instanceof Event.Noted(var kind, var _) && kind.equals(CoordinationNotes.KIND);
        return ofTeam && JSON.readTree(kept.path("payload").asString()) instanceof ObjectNode note ? note : kept;
    }

    private static String value(JsonNode value) {
        var plain = value.isString() && value.asString().matches("[^\\s\"=]+");
        var text = plain ? value.asString() : value.toString();
        if (text.length() <= LONGEST) {
            return text;
        }
        return value.isString() ? text.substring(0, LONGEST) + "…" : value.isArray() ? "[…]" : "{…}";
    }
}
