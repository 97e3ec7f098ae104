package muster.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import muster.audit.Evidence;
import muster.planning.GroundAction;
import muster.review.Wording;

/// An explanation for people, one line each.
public record ExplanationText(Explanation explanation) {
    private static final int OUTPUT_LINES = 10;

    /// All lines, in the order of the questions one asks: how is it, why, how bad, by what evidence, what to do.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        var assessment = explanation.assessment();
        lines.add(assessment.expectation().title() + " ("
                + assessment.expectation().id() + ")");
        lines.add("At " + explanation.at() + ": " + assessment.readiness() + ", " + assessment.reason());
        lines.add("Judged by " + explanation.basis());
        assessment.remarks().forEach(remark -> lines.add("  remark: " + remark));
        lines.addAll(severity());
        assessment.evidence().forEach(evidence -> lines.addAll(evidence(evidence)));
        explanation.findings().forEach(each -> lines.add(each.severity() + " " + each.code() + ": " + each.message()));
        lines.addAll(toDo());
        section(lines, "Depends on it:", explanation.dependents());
        section(
                lines,
                "To see for yourself:",
                explanation.reproduce().stream()
                        .map(argv -> String.join(" ", argv))
                        .toList());
        return lines;
    }

    private List<String> severity() {
        var lines = new ArrayList<String>();
        var ruling = explanation.ruling();
        if (ruling != null) {
            section(lines, "Severity " + ruling.severity() + ":", ruling.steps());
        }
        var blocker = explanation.blocker();
        if (blocker != null) {
            var delay = blocker.delay();
            var path = blocker.onCriticalPath();
            lines.add("Impact: " + blocker.impact());
            lines.add("Delay: " + (delay == null ? "not known, no remedy is stated" : Wording.of(delay))
                    + (path == null ? "" : "; the target moves by " + path.toMinutes() + " min"));
            lines.add("Cost: " + (blocker.cost() == null ? "not known" : blocker.cost()));
        }
        return lines;
    }

    private static List<String> evidence(Evidence evidence) {
        var lines = new ArrayList<String>();
        lines.add("Evidence " + evidence.id() + ": " + evidence.kind() + " " + String.join(" ", evidence.subject()));
        lines.add("  " + evidence.result() + " at " + evidence.at() + " on " + evidence.host() + ": "
                + evidence.summary());
        evidence.findings()
                .forEach(finding -> lines.add("  " + finding.weight().name().toLowerCase(Locale.ROOT) + " "
                        + finding.code() + ": " + finding));
        evidence.attributes().forEach((name, value) -> lines.add("  " + name + ": " + value));
        evidence.inputs().forEach(input -> lines.add("  read " + input.input() + ", SHA-256 " + input.sha256()));
        evidence.output().lines().limit(OUTPUT_LINES).forEach(line -> lines.add("  | " + line));
        return lines;
    }

    private List<String> toDo() {
        var lines = new ArrayList<String>();
        section(
                lines,
                "Remedies:",
                explanation.actions().stream().map(ExplanationText::described).toList());
        section(
                lines,
                "Cheapest way, in order:",
                explanation.cheapest().stream().map(ExplanationText::described).toList());
        return lines;
    }

    private static String described(GroundAction action) {
        var needs = action.preconditions().isEmpty()
                ? ""
                : "; needs "
                        + String.join(
                                ", ",
                                action.preconditions().stream()
                                        .map(Object::toString)
                                        .toList());
        return action.id() + ": " + action.title() + ", " + Wording.of(action.estimate()) + ", cost " + action.cost()
                + needs;
    }

    private static void section(List<String> lines, String title, List<String> entries) {
        Stream.of(title).filter(_ -> !entries.isEmpty()).forEach(lines::add);
        entries.forEach(entry -> lines.add("  " + entry));
    }
}
