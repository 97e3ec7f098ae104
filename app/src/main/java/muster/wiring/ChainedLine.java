package muster.wiring;

import muster.json.CanonicalJson;
import muster.json.Sha256;
import muster.storage.ChainHead;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One line of a chained file.
///
/// @param number from 1
/// @param previous hash of the line before
/// @param sha256 of the canonical JSON of the line without this hash
record ChainedLine(long number, String previous, String type, JsonNode body, String sha256) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static ChainedLine after(ChainHead head, String type, JsonNode body) {
        var unsealed = new ChainedLine(head.sequence() + 1, head.hash(), type, body, "");
        return new ChainedLine(unsealed.number, unsealed.previous, type, body, unsealed.hash());
    }

    /// Null if the text is no such line.
    static @Nullable ChainedLine read(String text) {
        try {
            var node = JSON.readTree(text);
            return new ChainedLine(
                    node.required("n").longValue(),
                    node.required("previous").stringValue(),
                    node.required("type").stringValue(),
                    node.required("body"),
                    node.required("sha256").stringValue());
        } catch (JacksonException | IllegalArgumentException e) {
            return null;
        }
    }

    String text() {
        return CanonicalJson.write(unsealed().put("sha256", sha256));
    }

    /// Why it cannot follow the line that ends with this head; null if it can.
    @Nullable
    String wrong(ChainHead head) {
        if (number != head.sequence() + 1) {
            return "it has the number " + number;
        }
        if (!previous.equals(head.hash())) {
            return "it does not follow the line before";
        }
        return sha256.equals(hash()) ? null : "its content is not what was hashed";
    }

    private String hash() {
        return Sha256.of(CanonicalJson.write(unsealed()));
    }

    private ObjectNode unsealed() {
        var node = JSON.createObjectNode()
                .put("n", number)
                .put("previous", previous)
                .put("type", type);
        node.set("body", body);
        return node;
    }
}
