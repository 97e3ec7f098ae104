package muster.report;

import java.util.List;
import java.util.stream.Stream;
import muster.audit.Assessment;
import muster.audit.ClaimVerdict;
import muster.audit.Contradiction;
import muster.audit.Readiness;
import muster.audit.ReconciledClaim;
import muster.plan.Deliverable;
import muster.plan.ExpectationId;
import muster.review.Answer;

/// The short document, with lists cut to a length.
///
/// @param longest the most items of a list; what is cut is counted
record SummaryPage(ReportInput input, Deliverable deliverable, int longest) {

    Summary page() {
        var decision = input.audit().decision();
        var overview = Headings.overview(input);
        overview.add(new Field("Policy", decision.policy(), List.of()));
        return new Summary(
                Headings.of(deliverable),
                overview,
                cut(decision.reasons()),
                cut(decision.wouldMakeItGo().stream().map(this::step).toList()),
                input.answers().stream().map(this::answer).toList(),
                cut(input.audit().blockers().stream()
                        .map(blocker -> blocker.severity() + " " + blocker.title() + ": " + EntryFields.action(blocker))
                        .toList()),
                cut(wrong()),
                cut(untested()));
    }

    private List<String> cut(List<String> items) {
        return items.size() <= longest
                ? items
                : Stream.concat(
                                items.stream().limit(longest),
                                Stream.of("and " + (items.size() - longest) + " more, in the other documents"))
                        .toList();
    }

    private String step(ExpectationId id) {
        return input.audit().blockers().stream()
                .filter(blocker -> blocker.expectation().equals(id))
                .map(blocker -> blocker.title() + ": " + EntryFields.action(blocker))
                .findFirst()
                .orElseGet(() -> title(id) + ": to be tested");
    }

    private String title(ExpectationId id) {
        return input.audit().assessments().stream()
                .map(Assessment::expectation)
                .filter(expectation -> expectation.id().equals(id))
                .map(expectation -> expectation.title())
                .findFirst()
                .orElse(id.value());
    }

    private Entry answer(Answer answer) {
        return new Entry(
                answer.question().number() + ". " + answer.question().text(),
                List.of(new Field("Answer", answer.text(), few(answer.evidence()))),
                cut(answer.reasons()));
    }

    private List<String> few(List<String> evidence) {
        return evidence.size() <= longest ? evidence : evidence.subList(0, longest);
    }

    private List<String> wrong() {
        var wrong = input.audit().claims().stream()
                .filter(claim -> claim.verdict() == ClaimVerdict.WRONG)
                .toList();
        var told = wrong.stream().map(claim -> claim.claim().id()).toList();
        return Stream.concat(
                        wrong.stream().map(SummaryPage::wrong),
                        input.audit().contradictions().stream()
                                .filter(contradiction ->
                                        contradiction.claims().stream().noneMatch(told::contains))
                                .map(Contradiction::text))
                .toList();
    }

    private static String wrong(ReconciledClaim claim) {
        var observed = claim.observed();
        return claim.claim().subject() + ": stated " + claim.claim().value() + " "
                + claim.claim().unit() + (observed == null ? "" : ", found " + observed) + " ("
                + claim.because() + ")";
    }

    private List<String> untested() {
        return input.audit().assessments().stream()
                .filter(assessment -> assessment.readiness() == Readiness.UNKNOWN)
                .map(assessment -> assessment.expectation().title() + ": " + assessment.reason())
                .toList();
    }
}
