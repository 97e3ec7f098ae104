package muster.wiring.desk;

import java.util.ArrayList;
import java.util.Set;
import muster.desk.Call;
import muster.desk.Reply;
import muster.observation.Redaction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What people and agents say in their own words, without the secrets in it: a journal is read by many, and forgets
/// nothing.
final class Prose {
    /// Fields of calls that are words; ids, globs and files are none.
    private static final Set<String> FIELDS = Set.of(
            "reason",
            "failed",
            "questions",
            "answer",
            "accept",
            "send_back",
            "outputs",
            "title",
            "impact",
            "delay",
            "mitigation",
            "workaround",
            "action",
            "how",
            "about",
            "rationale");

    private static final Redaction REDACTION = Redaction.of(Set.of());
    private static final String TAKEN = "what looks like a secret was taken out of the words before they were kept"
            + "\nMaybe say where it lies instead";

    private Prose() {}

    /// The call without secrets; the same one if there are none.
    static Call clean(Call call) {
        var tree = JsonMapper.shared().createObjectNode();
        call.tree().properties().forEach(field -> tree.set(field.getKey(), clean(field.getKey(), field.getValue())));
        return tree.equals(call.tree()) ? call : new Call(call.route(), tree, call.key());
    }

    private static JsonNode clean(String name, JsonNode value) {
        return FIELDS.contains(name) ? clean(value) : value;
    }

    private static JsonNode clean(JsonNode value) {
        if (value.isString()) {
            return JsonMapper.shared().getNodeFactory().stringNode(clean(value.asString()));
        }
        if (value.isArray()) {
            var list = JsonMapper.shared().createArrayNode();
            value.valueStream().map(Prose::clean).forEach(list::add);
            return list;
        }
        return value instanceof ObjectNode object ? cleanFields(object) : value;
    }

    private static ObjectNode cleanFields(ObjectNode object) {
        var tree = JsonMapper.shared().createObjectNode();
        object.properties().forEach(field -> tree.set(field.getKey(), clean(field.getValue())));
        return tree;
    }

    /// The text without secrets; one that is longer than a word may be stays, to be refused.
    static String clean(String text) {
        return text.length() > Redaction.SEARCHED ? text : REDACTION.redact(text);
    }

    /// The answer, which tells that secrets were taken out.
    static Reply told(Reply reply) {
        if (!(reply instanceof Reply.Given given)) {
            return reply;
        }
        var said = new ArrayList<>(given.said());
        said.add(TAKEN);
        return new Reply.Given(given.ending(), given.document(), given.lines(), said, given.tag());
    }
}
