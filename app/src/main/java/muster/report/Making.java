package muster.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.audit.Assessment;
import muster.audit.Evidence;
import muster.audit.Verdict;
import muster.audit.Waived;
import muster.plan.Plan;
import muster.plan.Source;
import muster.plan.Waiver;
import muster.review.Answer;
import muster.review.QuestionKind;
import org.jspecify.annotations.Nullable;

/// Lays out what an audit found as the report says it.
record Making(ReportInput input) {

    ReportView view() {
        var audit = input.audit();
        return new ReportView(
                ReportView.SCHEMA,
                new ReportView.Tool("muster", input.subject().toolVersion()),
                input.plan() == null ? null : head(input.plan()),
                input.subject().path(),
                audit.at(),
                coverage(),
                interrupted() ? Verdict.DEFER : audit.decision().verdict(),
                reasons(),
                texts(audit.decision().wouldMakeItGo()),
                audit.decision().policy(),
                figures(audit.figures().byName()),
                new JudgedRows(audit).all(),
                new BlockerRows(audit).all(),
                ClaimRows.all(audit.claims()),
                audit.contradictions().stream()
                        .map(each -> new ReportView.Contradiction(texts(each.claims()), each.text()))
                        .toList(),
                FindingRows.all(audit),
                input.answers().stream().map(this::question).toList(),
                waivers(),
                audit.changes().stream().map(JudgedRows::change).toList(),
                evidence(),
                input.components(),
                input.plan() == null ? List.of() : documents(input.plan()));
    }

    private static ReportView.PlanHead head(Plan plan, @Nullable String file) {
        var header = plan.header();
        var target = header.target();
        return new ReportView.PlanHead(
                header.id().value(),
                header.title(),
                file,
                target == null ? null : target.value(),
                plan.phases().stream()
                        .map(phase -> new ReportView.Phase(phase.id().value(), phase.title()))
                        .toList());
    }

    private ReportView.PlanHead head(Plan plan) {
        return head(plan, input.subject().planFile());
    }

    private ReportView.Coverage coverage() {
        var extent = input.audit().extent();
        return new ReportView.Coverage(extent.probed(), extent.expected(), extent.isWhole());
    }

    /// What was not probed cannot be GO, whatever the policy says of the rest.
    private boolean interrupted() {
        return !input.audit().extent().isWhole()
                && input.audit().decision().verdict().isGo();
    }

    private List<String> reasons() {
        var reasons = input.audit().decision().reasons();
        return interrupted()
                ? Stream.concat(Stream.of(partly()), reasons.stream()).toList()
                : reasons;
    }

    private String partly() {
        var extent = input.audit().extent();
        return "interrupted: probed " + extent.probed() + " of " + extent.expected() + " expectations";
    }

    private ReportView.Question question(Answer answer) {
        var cannotSay = interrupted() && answer.kind() == QuestionKind.START;
        return new ReportView.Question(
                answer.question().number(),
                answer.question().text(),
                answer.kind(),
                cannotSay ? "NOT KNOWN: the audit was interrupted" : answer.text(),
                cannotSay ? List.of(partly()) : answer.reasons(),
                answer.evidence());
    }

    private List<ReportView.Waiver> waivers() {
        var covered = new LinkedHashMap<Waiver, List<String>>();
        for (Waived each : input.audit().waived()) {
            covered.computeIfAbsent(each.waiver(), _ -> new ArrayList<>())
                    .add(each.expectation().value());
        }
        return covered.entrySet().stream()
                .map(entry -> waiver(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ReportView.Waiver waiver(Waiver waiver, List<String> covers) {
        return new ReportView.Waiver(
                waiver.id().value(),
                waiver.reason(),
                waiver.owner().value(),
                waiver.approver().value(),
                waiver.expires(),
                waiver.condition(),
                place(waiver.source()),
                covers);
    }

    private List<ReportView.Evidence> evidence() {
        var judged =
                input.audit().assessments().stream().map(Assessment::evidence).flatMap(List::stream);
        Map<String, Evidence> byId = Stream.concat(judged, input.audit().beside().evidence().stream())
                .collect(Collectors.toMap(Evidence::id, each -> each, (one, _) -> one));
        return byId.values().stream()
                .sorted(Comparator.comparing(Evidence::id))
                .map(Making::evidence)
                .toList();
    }

    private static ReportView.Evidence evidence(Evidence each) {
        return new ReportView.Evidence(
                each.id(),
                each.expectation().value(),
                each.kind(),
                each.subject(),
                each.result(),
                each.reached(),
                each.summary(),
                each.attributes(),
                each.output(),
                each.inputs().stream()
                        .map(input -> new ReportView.Input(input.input(), input.sha256()))
                        .toList(),
                each.host(),
                each.at(),
                each.took(),
                each.expires(),
                each.sha256());
    }

    private static List<ReportView.Document> documents(Plan plan) {
        return plan.outcome().deliverables().stream()
                .map(each -> new ReportView.Document(each.path(), each.title(), each.pages(), each.fields()))
                .toList();
    }

    /// `openP0` is `open_p0`.
    private static SortedMap<String, Long> figures(SortedMap<String, Long> figures) {
        var named = new TreeMap<String, Long>();
        figures.forEach((name, count) -> named.put(Words.snake(name), count));
        return named;
    }

    static List<String> texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }

    static ReportView.@Nullable Place place(@Nullable Source source) {
        return source == null ? null : new ReportView.Place(source.document(), source.line());
    }
}
