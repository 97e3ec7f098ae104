package muster.http;

import java.util.List;
import java.util.Locale;
import muster.desk.Form;
import muster.desk.Shown;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The form in which the command line asks for answers: what a terminal shows and the exit code, so that a command says
/// the same wherever its run is.
final class TerminalForm {
    /// The media type; its parameter `form` is `words` or `json`.
    static final String TYPE = "application/vnd.muster.terminal+json";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private TerminalForm() {}

    static String accept(Form form) {
        return TYPE + ";form=" + form.name().toLowerCase(Locale.ROOT);
    }

    /// The form that is asked for; null if it is another kind of answer.
    static @Nullable Form asked(@Nullable String accept) {
        if (accept == null || !accept.startsWith(TYPE)) {
            return null;
        }
        return accept.contains("form=json") ? Form.JSON : Form.WORDS;
    }

    static String text(Shown shown) {
        var tree = MAPPER.createObjectNode().put("exit", shown.exit());
        shown.out().forEach(tree.putArray("out")::add);
        shown.err().forEach(tree.putArray("err")::add);
        return MAPPER.writeValueAsString(tree);
    }

    static Shown read(String text) {
        var tree = MAPPER.readTree(text);
        return new Shown(tree.get("exit").asInt(), lines(tree.get("out")), lines(tree.get("err")));
    }

    private static List<String> lines(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
