package muster.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.audit.Change.Trend;
import muster.audit.Readiness;
import org.jspecify.annotations.Nullable;

/// The parts of a page that are tables; a table without rows is left out.
record HtmlTables(Indexed report, Medium medium) {

    /// Rows on paper; what is beyond is counted. A printed table of thousands of rows is read by nobody.
    static final int MOST_ON_PAPER = 500;

    /// A cell's text, style and evidence, before it is known under which column it stands.
    private record Value(String text, String style, List<String> evidence) {}

    List<HtmlTable> all() {
        var view = report.view();
        return Stream.of(
                        onPaper(expectations(view)),
                        Stream.of(claims(view), contradictions(view), findings(view), waivers(view)),
                        Stream.of(changes(view), components(view)),
                        onPaper(evidence(view)))
                .flatMap(each -> each)
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private Stream<HtmlTable> onPaper(HtmlTable table) {
        return switch (medium) {
            case SCREEN -> Stream.empty();
            case PAPER -> Stream.of(table);
        };
    }

    private HtmlTable expectations(ReportView view) {
        return table(
                new HtmlTable(
                        "readiness",
                        "Expectations",
                        "Every expectation",
                        columns("Status|Expectation|Reached|Asked for|Why"),
                        List.of()),
                worstFirst(view.readiness()),
                each -> List.of(
                        badge(each.status().name(), Styles.of(each.status())),
                        text(each.title()),
                        text(Words.of(each.achievedLevel())),
                        text(Words.of(each.requiredLevel())),
                        new Value(each.reason(), "", each.evidence())));
    }

    private HtmlTable claims(ReportView view) {
        return table(
                new HtmlTable(
                        "claims",
                        "Claims",
                        "What documents state, against the evidence",
                        columns("Verdict|Claim|Stated|Observed|Because|Place"),
                        List.of()),
                view.claims(),
                each -> List.of(
                        badge(Words.of(each.verdict()), Styles.of(each.verdict())),
                        text(each.subject()),
                        text(each.value() + " " + each.unit()),
                        text(each.observed()),
                        new Value(each.because(), "", each.evidence()),
                        text(place(each.file(), each.line()))));
    }

    private HtmlTable contradictions(ReportView view) {
        return table(
                new HtmlTable(
                        "contradictions",
                        "Contradictions",
                        "Claims that cannot all be right",
                        columns("What does not fit|Claims"),
                        List.of()),
                view.contradictions(),
                each -> List.of(text(each.text()), text(String.join(", ", each.claims()))));
    }

    private HtmlTable findings(ReportView view) {
        return table(
                new HtmlTable(
                        "findings",
                        "Findings",
                        "What the probes and the audit as a whole saw",
                        columns("Weight|Code|Finding|Place"),
                        List.of()),
                view.findings(),
                each -> List.of(
                        badge(weight(each), each.severity() == null ? "none" : Styles.of(each.severity())),
                        text(each.code()),
                        new Value(each.message(), "", each.evidence()),
                        text(each.place())));
    }

    private static String weight(ReportView.Finding finding) {
        var severity = finding.severity();
        var weight = finding.weight();
        return severity != null ? severity.name() : weight == null ? "remark" : Words.of(weight);
    }

    private HtmlTable waivers(ReportView view) {
        return table(
                new HtmlTable(
                        "waivers",
                        "Waivers",
                        "Accepted exceptions; the raw results stand unchanged",
                        columns("Waiver|Covers|Reason|Owner|Approver|Until"),
                        List.of()),
                view.waivers(),
                each -> List.of(
                        text(each.id()),
                        text(String.join(", ", each.covers())),
                        text(each.reason() + (each.condition() == null ? "" : " (while " + each.condition() + ")")),
                        text(each.owner()),
                        text(each.approver()),
                        text(each.expires())));
    }

    private HtmlTable changes(ReportView view) {
        var changed = view.changes().stream()
                .filter(each -> each.trend() != Trend.UNCHANGED)
                .toList();
        return table(
                new HtmlTable(
                        "changes",
                        "Changes",
                        "Against the baseline; unchanged: " + (view.changes().size() - changed.size()),
                        columns("Change|Expectation|Before"),
                        List.of()),
                changed,
                each -> List.of(
                        badge(Words.of(each.trend()), style(each.trend())),
                        text(report.title(each.expectation())),
                        text(each.before() == null ? "not in the baseline" : each.before())));
    }

    private static String style(Trend trend) {
        return switch (trend) {
            case NEW, WORSE -> "bad";
            case FIXED, BETTER -> "good";
            case UNCHANGED -> "none";
        };
    }

    private HtmlTable components(ReportView view) {
        return table(
                new HtmlTable(
                        "components",
                        "Components",
                        "Declared dependencies",
                        columns("Name|Ecosystem|Range|Version|Place"),
                        List.of()),
                view.components(),
                each -> List.of(
                        text(each.name()),
                        text(each.ecosystem()),
                        text(each.range().isEmpty() ? "any" : each.range()),
                        text(each.version() == null ? "not known" : each.version()),
                        text(each.place())));
    }

    private HtmlTable evidence(ReportView view) {
        return table(
                new HtmlTable(
                        "evidence",
                        "Evidence",
                        "What each probe saw",
                        columns("Result|Evidence|Probe|Reached|Summary|Counts until"),
                        List.of()),
                view.evidence(),
                each -> List.of(
                        badge(Words.of(each.result()), Styles.of(each.result())),
                        text(each.id()),
                        text(each.kind()),
                        text(Words.of(each.reached())),
                        text(each.summary()),
                        text(each.expires())));
    }

    private <T> HtmlTable table(HtmlTable empty, List<T> items, Function<T, List<Value>> row) {
        var most = switch (medium) {
            case SCREEN -> Integer.MAX_VALUE;
            case PAPER -> MOST_ON_PAPER;
        };
        var rows = items.stream()
                .limit(most)
                .map(item -> cells(empty.columns(), row.apply(item)))
                .toList();
        var more = items.size() - rows.size();
        var caption = more == 0 ? empty.caption() : empty.caption() + "; " + Brevity.beyond(more);
        return new HtmlTable(empty.id(), empty.title(), caption, empty.columns(), rows);
    }

    /// What is not ready first, where not all can be shown.
    private static List<ReportView.Judged> worstFirst(List<ReportView.Judged> judged) {
        return judged.size() <= MOST_ON_PAPER
                ? judged
                : judged.stream()
                        .sorted(Comparator.comparing(each -> each.status() == Readiness.READY))
                        .toList();
    }

    private static List<HtmlTable.Cell> cells(List<String> columns, List<Value> values) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> new HtmlTable.Cell(
                        columns.get(i),
                        values.get(i).text(),
                        values.get(i).style(),
                        values.get(i).evidence()))
                .toList();
    }

    private static List<String> columns(String names) {
        return List.of(names.split("\\|"));
    }

    private static Value text(@Nullable Object value) {
        return new Value(Objects.toString(value, ""), "", List.of());
    }

    private static Value badge(String text, String style) {
        return new Value(text, style, List.of());
    }

    static String place(@Nullable String file, @Nullable Integer line) {
        return file == null ? "" : line == null ? file : file + ":" + line;
    }
}
