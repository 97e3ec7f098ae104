package muster.report;

import java.util.stream.Stream;
import muster.audit.Verdict;
import tools.jackson.databind.node.ObjectNode;

/// The report as SARIF 2.1.0: a result for every expectation, claim, contradiction and finding. Source: OASIS, Static
/// Analysis Results Interchange Format, sections 3.14, 3.20 and 3.27.
final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private Sarif() {}

    static String write(ReportView view) {
        var root = ReportJson.object().put("$schema", SCHEMA).put("version", "2.1.0");
        var run = root.putArray("runs").addObject();
        var results = Stream.of(
                        SarifResults.expectations(view),
                        SarifResults.claims(view),
                        SarifResults.contradictions(view),
                        SarifResults.findings(view))
                .flatMap(each -> each)
                .toList();
        var driver = run.putObject("tool")
                .putObject("driver")
                .put("name", view.tool().name())
                .put("version", view.tool().version());
        var rules = driver.putArray("rules");
        results.stream().map(SarifResult::rule).distinct().sorted().forEach(rule -> rules.add(SarifRules.rule(rule)));
        run.putArray("invocations").add(invocation(view));
        var plan = view.plan();
        run.putObject("automationDetails").put("id", "muster/" + (plan == null ? "inventory" : plan.id()) + "/");
        run.put("columnKind", "unicodeCodePoints");
        var out = run.putArray("results");
        var nodes = new SarifNodes(view);
        results.forEach(result -> out.add(nodes.result(result)));
        run.set("properties", properties(view));
        return ReportJson.text(root);
    }

    /// An audit that was interrupted did not execute successfully.
    private static ObjectNode invocation(ReportView view) {
        var node = ReportJson.object()
                .put("executionSuccessful", view.complete().whole())
                .put("endTimeUtc", view.at().toString());
        if (!view.complete().whole()) {
            node.putArray("toolExecutionNotifications")
                    .addObject()
                    .put("level", "error")
                    .putObject("message")
                    .put("text", "Partial report: " + Headings.partial(view));
        }
        return node;
    }

    private static ObjectNode properties(ReportView view) {
        var node = ReportJson.object()
                .put("decision", view.decision().word())
                .put("go", view.decision() == Verdict.GO)
                .put("policySha256", view.policySha256())
                .put("complete", view.complete().whole());
        var reasons = node.putArray("decisionReasons");
        view.decisionReasons().forEach(reason -> reasons.add(Show.line(reason)));
        return node;
    }
}
