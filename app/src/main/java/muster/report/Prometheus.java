package muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import muster.audit.ClaimVerdict;
import muster.audit.Readiness;
import muster.audit.Verdict;
import muster.plan.Need;
import muster.plan.Severity;

/// The figures in Prometheus' text format 0.0.4, all gauges.
final class Prometheus {
    private final List<String> lines = new ArrayList<>();

    private Prometheus() {}

    static String write(ReportView view) {
        var text = new Prometheus();
        text.audit(view);
        text.expectations(view);
        text.counts(view);
        return String.join("\n", text.lines) + "\n";
    }

    private void audit(ReportView view) {
        var plan = view.plan();
        family("muster_audit_info", "What was audited and by which policy; always 1.");
        sample(
                "muster_audit_info",
                labels(
                        "plan", plan == null ? "" : plan.id(),
                        "policy_sha256", view.policySha256(),
                        "version", view.tool().version()),
                1);
        family("muster_audit_timestamp_seconds", "When the audit was made, in seconds since 1970.");
        sample("muster_audit_timestamp_seconds", "", view.at().getEpochSecond());
        family("muster_audit_complete", "1 if everything was probed, 0 if the audit was interrupted.");
        sample("muster_audit_complete", "", view.complete().whole() ? 1 : 0);
        family("muster_audit_decision", "1 for the decision, 0 for the others.");
        for (var verdict : Verdict.values()) {
            sample("muster_audit_decision", labels("decision", verdict.word()), verdict == view.decision() ? 1 : 0);
        }
    }

    private void expectations(ReportView view) {
        family("muster_expectations", "Expectations by status and need.");
        for (var status : Readiness.values()) {
            for (var need : Need.values()) {
                sample(
                        "muster_expectations",
                        labels("status", status.name(), "need", Words.of(need)),
                        count(view.readiness(), each -> each.status() == status && each.need() == need));
            }
        }
        family("muster_expectation_ready", "1 if an expectation is met, 0 if it is unmet or nobody knows.");
        for (var each : view.readiness()) {
            sample(
                    "muster_expectation_ready",
                    labels("expectation", each.id(), "kind", each.kind(), "need", Words.of(each.need())),
                    each.status() == Readiness.READY ? 1 : 0);
        }
    }

    private void counts(ReportView view) {
        family("muster_blockers", "Open blockers by severity; waived ones count.");
        for (var severity : Severity.values()) {
            sample(
                    "muster_blockers",
                    labels("severity", severity.name()),
                    count(view.blockers(), each -> each.severity() == severity));
        }
        family("muster_claims", "Claims of documents by verdict.");
        for (var verdict : ClaimVerdict.values()) {
            sample(
                    "muster_claims",
                    labels("verdict", Words.of(verdict)),
                    count(view.claims(), each -> each.verdict() == verdict));
        }
        family("muster_contradictions", "Claims that cannot all be right.");
        sample("muster_contradictions", "", view.contradictions().size());
        family("muster_findings", "Findings of probes and of the audit as a whole.");
        sample("muster_findings", "", view.findings().size());
        family("muster_waivers", "Waivers that count.");
        sample("muster_waivers", "", view.waivers().size());
        family("muster_components", "Declared dependencies.");
        sample("muster_components", "", view.components().size());
    }

    private static <T> long count(List<T> items, Predicate<T> which) {
        return items.stream().filter(which).count();
    }

    private void family(String name, String help) {
        lines.add("# HELP " + name + " " + help);
        lines.add("# TYPE " + name + " gauge");
    }

    private void sample(String name, String labels, long value) {
        lines.add(name + labels + " " + value);
    }

    private static String labels(String... namesAndValues) {
        var labels = new ArrayList<String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            labels.add(namesAndValues[i] + "=\"" + escaped(namesAndValues[i + 1]) + "\"");
        }
        return "{" + String.join(",", labels) + "}";
    }

    private static String escaped(String value) {
        return Show.line(value).replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
