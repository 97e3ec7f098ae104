package muster.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import muster.review.Wording;
import org.jspecify.annotations.Nullable;

/// The labelled lines of an item of a page; what is not known is left out.
final class HtmlFields {
    private HtmlFields() {}

    static List<Field> of(ReportView.Blocker blocker, Indexed report) {
        var delay = blocker.delay();
        var onPath = blocker.delayOnCriticalPath();
        return known(
                field("Impact", blocker.impact()),
                field("Affected phase", report.phases(blocker.phases())),
                field("Delay", delay == null ? "not known: no remedy is stated" : Show.delay(delay)),
                field("Delay on the critical path", onPath == null ? null : Wording.of(onPath)),
                field("Cost", blocker.cost()),
                field("Mitigation", blocker.mitigation()),
                field("Workaround", Objects.requireNonNullElse(blocker.workaround(), "none")),
                field("Recommended action", blocker.action()),
                field("Owner", blocker.owner()),
                field("Waiver", blocker.waiver()),
                cited("Evidence", "", blocker.evidence()));
    }

    static List<Field> of(ReportView.Judged judged, Indexed report) {
        var fields = new ArrayList<>(known(
                field("Id", judged.id()),
                field("Probe", judged.kind() + ": " + judged.about()),
                field(
                        "Assurance",
                        "reached " + HtmlPage.word(judged.achievedLevel()) + ", asked for "
                                + HtmlPage.word(judged.requiredLevel())),
                field("Need", Words.of(judged.need())),
                field("Phases", judged.phases().isEmpty() ? null : report.phases(judged.phases())),
                field("Claimed", judged.claimed()),
                field("Source", judged.source()),
                field("Impact", judged.impact()),
                field("Workaround", judged.workaround()),
                field("Severity", severity(judged)),
                field("Waiver", judged.waiver()),
                field("Against the baseline", change(judged.change())),
                cited("Evidence", "", judged.evidence())));
        judged.remarks().forEach(remark -> fields.add(HtmlPage.plain("Remark", remark)));
        report.findings(judged.id())
                .forEach(each -> fields.add(HtmlPage.plain("Finding", each.message() + " (" + each.place() + ")")));
        return fields;
    }

    private static @Nullable String severity(ReportView.Judged judged) {
        var override = judged.override();
        if (override == null) {
            return judged.severity() == null ? null : judged.severity().name();
        }
        var byRule = judged.severityByRule();
        return override.severity() + ", set by a person: " + override.reason()
                + (byRule == null ? "" : " (the rule says " + byRule + ")");
    }

    private static @Nullable String change(ReportView.@Nullable Change change) {
        return change == null
                ? null
                : Words.of(change.trend()) + (change.before() == null ? "" : ", before: " + change.before());
    }

    private static @Nullable Field field(String label, @Nullable Object value) {
        return value == null ? null : HtmlPage.plain(label, value.toString());
    }

    private static @Nullable Field cited(String label, String value, List<String> evidence) {
        return evidence.isEmpty() ? null : new Field(label, value, evidence);
    }

    private static List<Field> known(@Nullable Field... fields) {
        return Stream.of(fields).flatMap(Stream::ofNullable).toList();
    }
}
