package muster.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The expectations as CSV, one row each.
final class Csv {
    private static final List<String> COLUMNS = List.of(
            "id",
            "title",
            "group",
            "kind",
            "path",
            "status",
            "severity",
            "required_level",
            "achieved_level",
            "need",
            "phases",
            "reason",
            "file",
            "line",
            "waiver",
            "trend",
            "evidence",
            "decision",
            "complete");

    private Csv() {}

    static String write(ReportView view) {
        return CsvRow.lines(
                Stream.concat(Stream.of(COLUMNS), view.readiness().stream().map(each -> cells(each, view))));
    }

    private static List<String> cells(ReportView.Judged judged, ReportView view) {
        var source = judged.source();
        var change = judged.change();
        return Stream.of(
                        judged.id(),
                        judged.title(),
                        judged.group(),
                        judged.kind(),
                        judged.path(),
                        judged.status().name(),
                        text(judged.severity()),
                        Words.of(judged.requiredLevel()),
                        Words.of(judged.achievedLevel()),
                        Words.of(judged.need()),
                        String.join(" ", judged.phases()),
                        judged.reason(),
                        source == null ? "" : source.file(),
                        source == null ? "" : String.valueOf(source.line()),
                        text(judged.waiver()),
                        change == null ? "" : Words.of(change.trend()),
                        String.join(" ", judged.evidence()),
                        view.decision().word(),
                        String.valueOf(view.complete().whole()))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
