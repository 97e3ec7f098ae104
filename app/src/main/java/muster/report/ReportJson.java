package muster.report;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import muster.audit.Aggregates;
import muster.audit.Assessment;
import muster.audit.Blocker;
import muster.audit.Contradiction;
import muster.audit.Decision;
import muster.audit.Evidence;
import muster.audit.ReconciledClaim;
import muster.plan.Estimate;
import muster.review.Answer;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The whole audit as one JSON, schema `muster.report/1`: keys sorted, two spaces, LF, times as ISO 8601, numbers of
/// claims as plain decimals. What is unknown is `null`, never left out.
public final class ReportJson {
    /// Name and version of the format.
    public static final String SCHEMA = "muster.report/1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .build()
            .writer()
            .with(new DefaultPrettyPrinter(Separators.createDefaultInstance())
                    .withObjectIndenter(INDENT)
                    .withArrayIndenter(INDENT));

    private ReportJson() {}

    /// The text, ending with a line feed.
    public static String write(ReportInput input) {
        var audit = input.audit();
        var root = NODES.objectNode()
                .put("schema", SCHEMA)
                .put("plan", audit.plan().value())
                .put("title", input.plan().header().title())
                .put("at", audit.at().toString());
        root.set("decision", decision(audit.decision()));
        root.set("figures", figures(audit.figures()));
        root.set("assessments", array(audit.assessments(), ReportJson::assessment));
        root.set("claims", array(audit.claims(), ReportJson::claim));
        root.set("contradictions", array(audit.contradictions(), ReportJson::contradiction));
        root.set("blockers", array(audit.blockers(), ReportJson::blocker));
        root.set("answers", array(input.answers(), ReportJson::answer));
        return WRITER.writeValueAsString(root) + "\n";
    }

    private static ObjectNode decision(Decision decision) {
        var node = NODES.objectNode()
                .put("verdict", decision.verdict().name().replace('_', '-'))
                .put("policySha256", decision.policy());
        node.set("reasons", texts(decision.reasons()));
        node.set("wouldMakeItGo", texts(decision.wouldMakeItGo()));
        return node;
    }

    private static ObjectNode figures(Aggregates figures) {
        var node = NODES.objectNode();
        figures.byName().forEach(node::put);
        return node;
    }

    private static ObjectNode assessment(Assessment assessment) {
        var expectation = assessment.expectation();
        var node = NODES.objectNode()
                .put("expectation", expectation.id().value())
                .put("title", expectation.title())
                .put("group", expectation.group())
                .put("need", expectation.need().name())
                .put("claimed", expectation.claimed())
                .put("source", expectation.source() == null ? null : String.valueOf(expectation.source()))
                .put("readiness", assessment.readiness().name())
                .put("asked", expectation.level().name())
                .put("reached", assessment.reached().name())
                .put("reason", assessment.reason());
        node.set("remarks", texts(assessment.remarks()));
        node.set("evidence", array(assessment.evidence(), ReportJson::evidence));
        return node;
    }

    private static ObjectNode evidence(Evidence evidence) {
        var node = NODES.objectNode()
                .put("id", evidence.id())
                .put("kind", evidence.kind())
                .put("result", evidence.result().name())
                .put("reached", evidence.reached().name())
                .put("summary", evidence.summary())
                .put("output", evidence.output())
                .put("host", evidence.host())
                .put("at", evidence.at().toString())
                .put("took", evidence.took().toString())
                .put("expires", evidence.expires().toString())
                .put("sha256", evidence.sha256());
        node.set("subject", texts(evidence.subject()));
        var attributes = NODES.objectNode();
        evidence.attributes().forEach(attributes::put);
        node.set("attributes", attributes);
        node.set(
                "findings",
                array(
                        evidence.findings(),
                        finding -> NODES.objectNode()
                                .put("code", finding.code())
                                .put("weight", finding.weight().name())
                                .put("message", finding.message())
                                .put("place", finding.place())));
        node.set(
                "inputs",
                array(
                        evidence.inputs(),
                        input -> NODES.objectNode().put("input", input.input()).put("sha256", input.sha256())));
        return node;
    }

    private static ObjectNode claim(ReconciledClaim reconciled) {
        var claim = reconciled.claim();
        var observed = reconciled.observed();
        return NODES.objectNode()
                .put("claim", claim.id().value())
                .put("subject", claim.subject())
                .put("stated", claim.value().toString())
                .put("unit", claim.unit())
                .put("source", claim.source() == null ? null : String.valueOf(claim.source()))
                .put("verdict", reconciled.verdict().name())
                .put("observed", observed)
                .put("because", reconciled.because());
    }

    private static ObjectNode contradiction(Contradiction contradiction) {
        var node = NODES.objectNode().put("text", contradiction.text());
        node.set("claims", texts(contradiction.claims()));
        return node;
    }

    private static ObjectNode blocker(Blocker blocker) {
        var node = NODES.objectNode()
                .put("expectation", blocker.expectation().value())
                .put("title", blocker.title())
                .put("severity", blocker.severity().name())
                .put("impact", blocker.impact())
                .put("mitigation", blocker.mitigation())
                .put("workaround", blocker.workaround())
                .put("action", blocker.action())
                .put("owner", blocker.owner() == null ? null : String.valueOf(blocker.owner()));
        node.set("affected", texts(blocker.affected()));
        var delay = blocker.delay();
        node.set("delay", delay == null ? NODES.nullNode() : estimate(delay));
        return node;
    }

    private static ObjectNode estimate(Estimate estimate) {
        return NODES.objectNode()
                .put("min", estimate.min().toString())
                .put("likely", estimate.likely().toString())
                .put("max", estimate.max().toString());
    }

    private static ObjectNode answer(Answer answer) {
        var node = NODES.objectNode()
                .put("number", answer.question().number())
                .put("question", answer.question().text())
                .put("kind", answer.kind().name())
                .put("answer", answer.text());
        node.set("reasons", texts(answer.reasons()));
        node.set("evidence", texts(answer.evidence()));
        return node;
    }

    private static ArrayNode texts(Collection<?> values) {
        return array(List.copyOf(values), value -> NODES.stringNode(value.toString()));
    }

    private static <T> ArrayNode array(List<T> values, Function<? super T, ? extends JsonNode> node) {
        var array = NODES.arrayNode();
        values.forEach(value -> array.add(node.apply(value)));
        return array;
    }
}
