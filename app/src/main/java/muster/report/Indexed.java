package muster.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A report whose parts are found by id.
record Indexed(
        ReportView view,
        Map<String, ReportView.Blocker> blockers,
        Map<String, ReportView.Evidence> evidence,
        Map<String, String> titles,
        Map<String, List<ReportView.Finding>> findings,
        Map<String, ReportView.Waiver> waivers) {

    Indexed(ReportView view) {
        this(
                view,
                by(view.blockers(), ReportView.Blocker::expectation),
                by(view.evidence(), ReportView.Evidence::id),
                view.readiness().stream()
                        .collect(Collectors.toMap(ReportView.Judged::id, ReportView.Judged::title, (one, _) -> one)),
                view.findings().stream()
                        .filter(each -> each.expectation() != null)
                        .collect(Collectors.groupingBy(each -> Objects.requireNonNullElse(each.expectation(), ""))),
                waivers(view));
    }

    /// By the expectation that they cover.
    static Map<String, ReportView.Waiver> waivers(ReportView view) {
        return view.waivers().stream()
                .flatMap(waiver -> waiver.covers().stream().map(each -> Map.entry(each, waiver)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    private static <T> Map<String, T> by(List<T> rows, Function<T, String> id) {
        return rows.stream().collect(Collectors.toMap(id, row -> row, (one, _) -> one));
    }

    Stream<Reading> readings() {
        return view.readiness().stream().map(judged -> new Reading(judged, this));
    }

    Optional<ReportView.Blocker> blocker(String expectation) {
        return Optional.ofNullable(blockers.get(expectation));
    }

    Stream<ReportView.Evidence> evidence(List<String> ids) {
        return ids.stream().flatMap(id -> Stream.ofNullable(evidence.get(id)));
    }

    List<ReportView.Finding> findings(String expectation) {
        return findings.getOrDefault(expectation, List.of());
    }

    String title(String expectation) {
        return titles.getOrDefault(expectation, expectation);
    }

    /// The titles of the phases with these ids.
    String phases(List<String> ids) {
        var plan = view.plan();
        var titles = plan == null
                ? ""
                : plan.phases().stream()
                        .filter(phase -> ids.contains(phase.id()))
                        .map(ReportView.Phase::title)
                        .collect(Collectors.joining(", "));
        return titles.isEmpty() ? "No phase is stated" : titles;
    }
}
