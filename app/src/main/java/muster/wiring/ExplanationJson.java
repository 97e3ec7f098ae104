package muster.wiring;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import muster.audit.AuditFinding;
import muster.audit.Blocker;
import muster.audit.Ruling;
import muster.json.EvidenceJson;
import muster.plan.Estimate;
import muster.planning.GroundAction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An explanation as JSON, schema [#SCHEMA].
public final class ExplanationJson {
    /// Name and version of the format.
    public static final String SCHEMA = "muster.explain/1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private ExplanationJson() {}

    /// The fields after the schema. What is unknown is `null`, never left out.
    public static ObjectNode fields(Explanation explanation) {
        var assessment = explanation.assessment();
        var node = JSON.createObjectNode()
                .put("expectation", assessment.expectation().id().value())
                .put("title", assessment.expectation().title())
                .put("at", explanation.at().toString())
                .put("basis", explanation.basis())
                .put("readiness", assessment.readiness().name())
                .put("asked", assessment.expectation().level().name())
                .put("reached", assessment.reached().name())
                .put("reason", assessment.reason());
        texts(node.putArray("remarks"), assessment.remarks());
        node.set("severity", ruling(explanation.ruling()));
        node.set("blocker", blocker(explanation.blocker()));
        var evidence = node.putArray("evidence");
        assessment.evidence().forEach(each -> evidence.add(EvidenceJson.tree(each)));
        var findings = node.putArray("findings");
        explanation.findings().forEach(each -> finding(findings.addObject(), each));
        actions(node.putArray("actions"), explanation.actions());
        actions(node.putArray("cheapest"), explanation.cheapest());
        texts(node.putArray("dependents"), explanation.dependents());
        var reproduce = node.putArray("reproduce");
        explanation.reproduce().forEach(argv -> texts(reproduce.addArray(), argv));
        return node;
    }

    private static @Nullable ObjectNode ruling(@Nullable Ruling ruling) {
        if (ruling == null) {
            return null;
        }
        var node = JSON.createObjectNode()
                .put("severity", ruling.severity().name())
                .put("by_rule", ruling.byRule().name())
                .put("need", ruling.need().name())
                .put("on_critical_path", ruling.path().name().equals("CRITICAL"))
                .put(
                        "waiver",
                        ruling.waiver() == null ? null : ruling.waiver().id().value());
        texts(node.putArray("steps"), ruling.steps());
        return node;
    }

    private static @Nullable ObjectNode blocker(@Nullable Blocker blocker) {
        if (blocker == null) {
            return null;
        }
        var delay = blocker.delay();
        var node = JSON.createObjectNode()
                .put("impact", blocker.impact())
                .put("mitigation", blocker.mitigation())
                .put("workaround", blocker.workaround())
                .put("action", blocker.action())
                .put("owner", text(blocker.owner()))
                .put("on_critical_path", text(blocker.onCriticalPath()))
                .put("cost", text(blocker.cost()));
        node.set("delay", delay == null ? null : estimate(delay));
        return node;
    }

    private static void actions(ArrayNode array, List<GroundAction> actions) {
        for (var action : actions) {
            var node = array.addObject()
                    .put("id", action.id().value())
                    .put("title", action.title())
                    .put("cost", action.cost().toString());
            node.set("effort", estimate(action.estimate()));
            texts(node.putArray("preconditions"), action.preconditions());
            texts(node.putArray("owners"), action.owners());
        }
    }

    private static ObjectNode estimate(Estimate estimate) {
        return JSON.createObjectNode()
                .put("min", estimate.min().toString())
                .put("likely", estimate.likely().toString())
                .put("max", estimate.max().toString());
    }

    private static void finding(ObjectNode node, AuditFinding finding) {
        node.put("code", finding.code())
                .put("severity", finding.severity().name())
                .put("message", finding.message())
                .put("place", finding.place());
        texts(node.putArray("evidence"), finding.evidence());
    }

    private static void texts(ArrayNode array, Collection<?> values) {
        values.forEach(value -> array.add(value.toString()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
