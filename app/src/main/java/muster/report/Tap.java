package muster.report;

import java.util.ArrayList;
import java.util.List;

/// The expectations as TAP 14. What could not be tested is `not ok`.
final class Tap {
    private Tap() {}

    static String write(ReportView view) {
        var report = new Indexed(view);
        var lines = new ArrayList<String>();
        lines.add("TAP version 14");
        lines.add("1.." + view.readiness().size());
        lines.add("# decision: " + view.decision().word());
        var number = 0;
        for (var judged : view.readiness()) {
            number++;
            lines.add(point(judged, report, number));
            lines.addAll(diagnostics(judged));
        }
        if (!view.complete().whole()) {
            lines.add("Bail out! Partial report: " + Headings.partial(view));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String point(ReportView.Judged judged, Indexed report, int number) {
        var name = number + " - " + escaped(judged.title() + " (" + judged.id() + ")");
        return switch (Outcome.of(judged, report.waivers())) {
            case Outcome.Passed passed -> "ok " + name;
            case Outcome.Failed failed -> "not ok " + name;
            case Outcome.NotTested notTested -> "not ok " + name;
            case Outcome.Excused(var why) -> "not ok " + name + " # TODO " + escaped(why);
        };
    }

    /// Source: TAP 14, section Escaping.
    private static String escaped(String text) {
        return Show.line(text).replace("\\", "\\\\").replace("#", "\\#");
    }

    private static List<String> diagnostics(ReportView.Judged judged) {
        var lines = new ArrayList<String>();
        lines.add("  ---");
        lines.add("  status: " + quoted(judged.status().name()));
        lines.add("  severity: "
                + (judged.severity() == null ? "null" : quoted(judged.severity().name())));
        lines.add("  reason: " + quoted(Show.line(judged.reason())));
        lines.add("  required_level: " + quoted(Words.of(judged.requiredLevel())));
        lines.add("  achieved_level: " + quoted(Words.of(judged.achievedLevel())));
        lines.add("  waiver: " + (judged.waiver() == null ? "null" : quoted(judged.waiver())));
        lines.add("  at: " + (judged.source() == null ? "null" : quoted(Show.line(judged.source()))));
        lines.add("  evidence: ["
                + String.join(", ", judged.evidence().stream().map(Tap::quoted).toList()) + "]");
        lines.add("  ...");
        return lines;
    }

    /// A JSON string is a YAML string.
    private static String quoted(String text) {
        return ReportJson.MAPPER.writeValueAsString(text);
    }
}
