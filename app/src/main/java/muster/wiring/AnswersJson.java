package muster.wiring;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers as JSON, schema [#SCHEMA].
public final class AnswersJson {
    /// Name and version of the format.
    public static final String SCHEMA = "muster.answers/1";

    private AnswersJson() {}

    /// The fields after the schema.
    public static ObjectNode fields(Answered answered) {
        var node = JsonMapper.shared()
                .createObjectNode()
                .put("at", answered.at().toString())
                .put("basis", answered.basis());
        var answers = node.putArray("answers");
        for (var answer : answered.answers()) {
            var each = answers.addObject()
                    .put("number", answer.question().number())
                    .put("question", answer.question().text())
                    .put("kind", answer.kind().name().toLowerCase(Locale.ROOT))
                    .put("answer", answer.text());
            texts(each.putArray("reasons"), answer.reasons());
            texts(each.putArray("evidence"), answer.evidence());
        }
        return node;
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
