package muster.json;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import muster.audit.Evidence;
import muster.audit.Finding;
import muster.audit.InputDigest;
import muster.audit.ProbeResult;
import muster.audit.Weight;
import muster.plan.AssuranceLevel;
import muster.plan.ExpectationId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Evidence as canonical JSON. The seal is the SHA-256 of the record without `id` and `sha256`; whoever has the
/// text can check it.
public final class EvidenceJson {
    /// Digits of the hash in an id; 48 bits keep the evidence of one project apart.
    private static final int ID_DIGITS = 12;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private EvidenceJson() {}

    /// The same record with its hash and the id made from it, whatever stood there before.
    public static Evidence seal(Evidence draft) {
        var sha256 = sha256(draft);
        return new Evidence(
                "E-" + sha256.substring(0, ID_DIGITS),
                draft.expectation(),
                draft.kind(),
                draft.subject(),
                draft.result(),
                draft.reached(),
                draft.summary(),
                draft.findings(),
                draft.attributes(),
                draft.output(),
                draft.inputs(),
                draft.host(),
                draft.at(),
                draft.took(),
                draft.expires(),
                sha256);
    }

    /// True if the hash is that of the record.
    public static boolean isIntact(Evidence evidence) {
        return evidence.sha256().equals(sha256(evidence));
    }

    /// The canonical text of the whole record.
    public static String write(Evidence evidence) {
        return CanonicalJson.write(tree(evidence));
    }

    /// The whole record as a tree, for a document that holds more than evidence.
    public static ObjectNode tree(Evidence evidence) {
        return sealed(evidence).put("id", evidence.id()).put("sha256", evidence.sha256());
    }

    /// The record in a text that [#write] has written.
    ///
    /// @throws IllegalArgumentException if the text is anything else
    public static Evidence read(String json) {
        try {
            return read(MAPPER.readTree(json));
        } catch (JacksonException | DateTimeParseException e) {
            throw new IllegalArgumentException("not a record of evidence: " + e.getMessage(), e);
        }
    }

    /// The record in a tree that [#tree] has made.
    public static Evidence read(JsonNode node) {
        return new Evidence(
                text(node, "id"),
                new ExpectationId(text(node, "expectation")),
                text(node, "kind"),
                list(node, "subject", JsonNode::stringValue),
                ProbeResult.valueOf(text(node, "result")),
                AssuranceLevel.valueOf(text(node, "reached")),
                text(node, "summary"),
                list(node, "findings", EvidenceJson::finding),
                attributes(node.required("attributes")),
                text(node, "output"),
                list(node, "inputs", input -> new InputDigest(text(input, "input"), text(input, "sha256"))),
                text(node, "host"),
                Instant.parse(text(node, "at")),
                Duration.parse(text(node, "took")),
                Instant.parse(text(node, "expires")),
                text(node, "sha256"));
    }

    private static String sha256(Evidence evidence) {
        return Sha256.of(CanonicalJson.write(sealed(evidence)));
    }

    private static ObjectNode sealed(Evidence evidence) {
        var node = MAPPER.createObjectNode()
                .put("expectation", evidence.expectation().value())
                .put("kind", evidence.kind())
                .put("result", evidence.result().name())
                .put("reached", evidence.reached().name())
                .put("summary", evidence.summary())
                .put("output", evidence.output())
                .put("host", evidence.host())
                .put("at", evidence.at().toString())
                .put("took", evidence.took().toString())
                .put("expires", evidence.expires().toString());
        evidence.subject().forEach(node.putArray("subject")::add);
        evidence.attributes().forEach(node.putObject("attributes")::put);
        var findings = node.putArray("findings");
        evidence.findings().forEach(finding -> write(findings.addObject(), finding));
        var inputs = node.putArray("inputs");
        evidence.inputs()
                .forEach(input -> inputs.addObject().put("input", input.input()).put("sha256", input.sha256()));
        return node;
    }

    private static void write(ObjectNode node, Finding finding) {
        node.put("code", finding.code())
                .put("weight", finding.weight().name())
                .put("message", finding.message())
                .put("place", finding.place());
    }

    private static Finding finding(JsonNode node) {
        return new Finding(
                text(node, "code"), Weight.valueOf(text(node, "weight")), text(node, "message"), text(node, "place"));
    }

    private static SortedMap<String, String> attributes(JsonNode node) {
        var attributes = new TreeMap<String, String>();
        node.properties()
                .forEach(
                        entry -> attributes.put(entry.getKey(), entry.getValue().stringValue()));
        return attributes;
    }

    private static String text(JsonNode node, String key) {
        return node.required(key).stringValue();
    }

    private static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> read) {
        return node.required(key).valueStream().map(read).toList();
    }
}
