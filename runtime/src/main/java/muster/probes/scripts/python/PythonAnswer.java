package muster.probes.scripts.python;

import java.util.List;
import java.util.TreeMap;
import muster.audit.Finding;
import muster.observation.Findings;
import tools.jackson.databind.JsonNode;

/// Turns a line of what the inspector answers into facts.
final class PythonAnswer {
    private PythonAnswer() {}

    static PythonFacts facts(JsonNode answer) {
        var error = answer.path("error");
        if (error.isObject()) {
            return new PythonFacts.Broken(line(error), error.path("message").asString(""));
        }
        var unread = answer.path("unread").asString("");
        if (!unread.isEmpty()) {
            return new PythonFacts.Unread(unread);
        }
        var path = answer.path("path").asString("");
        return new PythonFacts.Source(
                answer.path("purpose").asString(""),
                strings(answer.path("functions")),
                strings(answer.path("calls")),
                answer.path("imports").valueStream().map(PythonAnswer::imported).toList(),
                answer.path("arguments")
                        .valueStream()
                        .map(PythonAnswer::argument)
                        .toList(),
                answer.path("texts").valueStream().map(PythonAnswer::text).toList(),
                answer.path("opens")
                        .valueStream()
                        .map(node -> new PythonFacts.Opened(
                                line(node), node.path("path").asString("")))
                        .toList(),
                answer.path("findings")
                        .valueStream()
                        .map(node -> finding(path, node))
                        .toList(),
                answer.path("changes_path").asBoolean(false),
                constants(answer),
                answer.path("starts")
                        .valueStream()
                        .map(node -> new PythonFacts.Started(line(node), strings(node.path("words"))))
                        .toList());
    }

    private static PythonFacts.Import imported(JsonNode node) {
        return new PythonFacts.Import(
                node.path("name").asString(""),
                strings(node.path("forms")),
                line(node),
                node.path("deferred").asBoolean(false),
                node.path("guarded").asBoolean(false));
    }

    private static PythonFacts.Argument argument(JsonNode node) {
        return new PythonFacts.Argument(
                node.path("flag").asString(""), line(node), node.path("read").asBoolean(true));
    }

    private static PythonFacts.Text text(JsonNode node) {
        return new PythonFacts.Text(
                line(node),
                node.path("last").asInt(line(node)),
                node.path("text").asString(""));
    }

    private static PythonFacts.Constants constants(JsonNode answer) {
        return new PythonFacts.Constants(
                answer.path("amounts")
                        .valueStream()
                        .map(node -> new PythonFacts.Amount(
                                line(node),
                                node.path("name").asString(""),
                                node.path("value").asLong(0)))
                        .toList(),
                answer.path("renames").valueStream().map(PythonAnswer::renames).toList(),
                answer.path("patterns")
                        .valueStream()
                        .map(node -> new PythonFacts.Pattern(
                                line(node), node.path("text").asString("")))
                        .toList());
    }

    private static PythonFacts.Renames renames(JsonNode node) {
        var pairs = new TreeMap<String, String>();
        node.path("pairs")
                .forEach(pair ->
                        pairs.put(pair.path(0).asString(""), pair.path(1).asString("")));
        return new PythonFacts.Renames(line(node), pairs);
    }

    private static Finding finding(String path, JsonNode node) {
        var code = node.path("code").asString("");
        var place = path + ":" + line(node);
        var message = node.path("message").asString("");
        return node.path("weight").asString("").equals("remark")
                ? Findings.remark(code, place, message)
                : Findings.defect(code, place, message);
    }

    private static int line(JsonNode node) {
        return Math.max(1, node.path("line").asInt(1));
    }

    private static List<String> strings(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }
}
