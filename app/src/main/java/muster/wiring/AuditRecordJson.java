package muster.wiring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.audit.EarlierAudit;
import muster.audit.Evidence;
import muster.audit.Readiness;
import muster.audit.Verdict;
import muster.plan.AssuranceLevel;
import muster.plan.ExpectationId;
import muster.plan.ItemId;
import muster.plan.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An audit as the body of a line; evidence stands in lines of its own and is named by id.
final class AuditRecordJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private AuditRecordJson() {}

    static ObjectNode write(AuditRecord audit) {
        var node = JSON.createObjectNode()
                .put("at", audit.at().toString())
                .put("label", audit.label())
                .put("verdict", audit.outcome().verdict().name());
        node.set("basis", BasisJson.write(audit.basis(), AuditRecordJson::outcome));
        var values = node.putObject("observations");
        audit.observations().forEach((claim, value) -> values.put(claim.value(), value.toPlainString()));
        audit.definitions().forEach(node.putObject("definitions")::put);
        audit.evidence().forEach(each -> node.withArray("evidence").add(each.id()));
        var expectations = node.putArray("expectations");
        audit.outcome().expectations().forEach(each -> write(each, expectations.addObject()));
        return node;
    }

    private static ObjectNode outcome(EarlierAudit outcome) {
        var node = JSON.createObjectNode()
                .put("at", outcome.at().toString())
                .put("verdict", outcome.verdict().name());
        var expectations = node.putArray("expectations");
        outcome.expectations().forEach(each -> write(each, expectations.addObject()));
        return node;
    }

    /// What an audit came to, from its line or from the basis of a later one.
    static EarlierAudit outcome(JsonNode node, Map<String, Evidence> evidence) {
        return new EarlierAudit(
                Instant.parse(text(node, "at")),
                Verdict.valueOf(text(node, "verdict")),
                node.required("expectations")
                        .valueStream()
                        .map(each -> before(each, evidence))
                        .toList());
    }

    private static void write(EarlierAudit.Before before, ObjectNode node) {
        var severity = before.severity();
        node.put("expectation", before.expectation().value())
                .put("readiness", before.readiness().name())
                .put("reached", before.reached().name())
                .put("severity", severity == null ? null : severity.name());
        before.evidence().forEach(each -> node.withArray("evidence").add(each.id()));
    }

    /// @param evidence all that is kept, by id
    static AuditRecord read(JsonNode node, Map<String, Evidence> evidence) {
        return new AuditRecord(
                Instant.parse(text(node, "at")),
                text(node, "label"),
                evidence(node, evidence),
                observations(node.required("observations")),
                outcome(node, evidence),
                texts(node.required("definitions")),
                BasisJson.read(node.get("basis"), before -> outcome(before, evidence)));
    }

    private static EarlierAudit.Before before(JsonNode node, Map<String, Evidence> evidence) {
        return new EarlierAudit.Before(
                new ExpectationId(text(node, "expectation")),
                Readiness.valueOf(text(node, "readiness")),
                AssuranceLevel.valueOf(text(node, "reached")),
                severity(node.get("severity")),
                evidence(node, evidence));
    }

    private static @Nullable Severity severity(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : Severity.valueOf(node.stringValue());
    }

    private static List<Evidence> evidence(JsonNode node, Map<String, Evidence> evidence) {
        return node.path("evidence")
                .valueStream()
                .map(id -> evidence.get(id.stringValue()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static SortedMap<ItemId, BigDecimal> observations(JsonNode node) {
        var observations = new TreeMap<ItemId, BigDecimal>();
        texts(node).forEach((claim, value) -> observations.put(new ItemId(claim), new BigDecimal(value)));
        return observations;
    }

    private static SortedMap<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        node.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().stringValue()));
        return texts;
    }

    private static String text(JsonNode node, String key) {
        return node.required(key).stringValue();
    }
}
