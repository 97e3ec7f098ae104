package muster.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import muster.audit.ClaimVerdict;
import muster.audit.Readiness;

/// The short document, with lists and texts cut to a length.
record SummaryPage(Indexed report, String title, Brevity brevity) {

    Summary page() {
        var view = report.view();
        var overview = new ArrayList<Field>();
        Headings.overview(view)
                .forEach(field -> overview.add(new Field(field.label(), brevity.cut(field.value()), field.evidence())));
        overview.add(new Field("Policy", view.policySha256(), List.of()));
        return new Summary(
                brevity.cut(title),
                overview,
                brevity.cut(view.decisionReasons()),
                brevity.cut(view.wouldMakeItGo().stream().map(this::step).toList()),
                answers(view.questions()),
                brevity.cut(view.blockers().stream()
                        .map(blocker -> blocker.severity() + " " + blocker.title() + ": " + Show.action(blocker)
                                + waived(blocker))
                        .toList()),
                brevity.cut(wrong()),
                brevity.cut(untested()));
    }

    private static String waived(ReportView.Blocker blocker) {
        return blocker.waiver() == null ? "" : " (waived: " + blocker.waiver() + ")";
    }

    private String step(String id) {
        return report.blocker(id)
                .map(blocker -> blocker.title() + ": " + Show.action(blocker))
                .orElseGet(() -> report.title(id) + ": to be tested");
    }

    private List<Entry> answers(List<ReportView.Question> questions) {
        var answers = questions.stream().limit(brevity.questions()).map(this::answer);
        var more = questions.size() - brevity.questions();
        return more <= 0
                ? answers.toList()
                : Stream.concat(answers, Stream.of(new Entry(Brevity.more(more), List.of(), List.of())))
                        .toList();
    }

    private Entry answer(ReportView.Question question) {
        return new Entry(
                question.number() + ". " + brevity.cut(question.question()),
                List.of(new Field("Answer", brevity.cut(question.answer()), brevity.few(question.evidence()))),
                brevity.cut(question.reasons()));
    }

    private List<String> wrong() {
        var wrong = report.view().claims().stream()
                .filter(claim -> claim.verdict() == ClaimVerdict.WRONG)
                .toList();
        var told = new HashSet<>(wrong.stream().map(ReportView.Claim::id).toList());
        return Stream.concat(
                        wrong.stream().map(SummaryPage::wrong),
                        report.view().contradictions().stream()
                                .filter(contradiction ->
                                        contradiction.claims().stream().noneMatch(told::contains))
                                .map(ReportView.Contradiction::text))
                .toList();
    }

    private static String wrong(ReportView.Claim claim) {
        return claim.subject() + ": stated " + claim.value() + " " + claim.unit()
                + (claim.observed() == null ? "" : ", found " + claim.observed()) + " (" + claim.because() + ")";
    }

    private List<String> untested() {
        return report.view().readiness().stream()
                .filter(judged -> judged.status() == Readiness.UNKNOWN)
                .map(judged -> judged.title() + ": " + judged.reason())
                .toList();
    }
}
