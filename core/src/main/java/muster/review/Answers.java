package muster.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.audit.Area;
import muster.audit.Assessment;
import muster.audit.AuditReport;
import muster.audit.Blocker;
import muster.audit.Readiness;
import muster.audit.Verdict;
import muster.plan.ExpectationId;
import muster.plan.Need;
import muster.plan.Plan;
import muster.plan.Question;
import muster.plan.Severity;
import muster.plan.TaskId;

/// Answers the plan's questions from the audit and the schedule. What was not tested is never answered with no.
public final class Answers {
    /// Titles that one line names at most; the report has them all.
    private static final int MOST_NAMED = 8;

    private final AuditReport audit;
    private final StartForecast start;

    private Answers(AuditReport audit, StartForecast start) {
        this.audit = audit;
        this.start = start;
    }

    /// One answer for every question, in the plan's order.
    public static List<Answer> to(Plan plan, AuditReport audit, StartForecast start) {
        return to(plan.questions(), audit, start);
    }

    /// One answer for every question, in their order.
    public static List<Answer> to(List<Question> questions, AuditReport audit, StartForecast start) {
        var answers = new Answers(audit, start);
        return questions.stream().map(answers::answer).toList();
    }

    private Answer answer(Question question) {
        var kind = QuestionKind.of(question);
        return switch (kind) {
            case START -> start(question);
            case MISSING_SCRIPTS -> missingScripts(question);
            case INFRASTRUCTURE -> blockersIn(question, kind, Area.INFRASTRUCTURE);
            case DEPENDENCIES -> blockersIn(question, kind, Area.DEPENDENCY);
            case RISK_LEVEL -> risk(question);
            case LIKELY_BLOCKERS -> likelyBlockers(question);
            case NEEDS_DECISION ->
                new Answer(
                        question,
                        kind,
                        "Needs a decision: no rule answers this question",
                        List.of("its words match none of the known kinds of question"),
                        List.of());
        };
    }

    private Answer start(Question question) {
        var decision = audit.decision();
        var reasons = new ArrayList<String>();
        reasons.add("the decision is " + decision.verdict().word() + ", "
                + String.join("; ", decision.reasons().stream().limit(1).toList()));
        reasons.add(schedule());
        if (start.feasibility() == StartForecast.Feasibility.NOT_KNOWN) {
            listed("open P0", blockers(Severity.P0)).forEach(reasons::add);
            listed("not tested", required(Readiness.UNKNOWN)).forEach(reasons::add);
        }
        return new Answer(question, QuestionKind.START, startText(), reasons, evidenceOfBlockers());
    }

    /// One line for all of them; none if there are none.
    private static Stream<String> listed(String what, List<String> titles) {
        var first = titles.stream().limit(MOST_NAMED).toList();
        var rest = titles.size() - first.size();
        return titles.isEmpty()
                ? Stream.of()
                : Stream.of(what + " (" + titles.size() + "): " + String.join("; ", first)
                        + (rest == 0 ? "" : "; and " + rest + " more"));
    }

    private List<String> blockers(Severity severity) {
        return audit.blockers().stream()
                .filter(blocker -> blocker.severity() == severity)
                .map(Blocker::title)
                .toList();
    }

    private List<String> required(Readiness readiness) {
        return assessments(each -> each.expectation().need() == Need.REQUIRED && each.readiness() == readiness).stream()
                .map(Answers::title)
                .toList();
    }

    private String schedule() {
        return switch (start.feasibility()) {
            case ON_TIME -> "the schedule holds the start of " + start.asked();
            case NOT_KNOWN -> "no way to the start is known: it needs something that nobody can bring about";
            case DELAYED ->
                "the schedule starts at " + start.earliest() + ", " + Wording.of(start.delay()) + " after "
                        + start.asked() + ", because of "
                        + start.critical().stream().map(TaskId::value).collect(Collectors.joining(", "));
        };
    }

    private String startText() {
        return switch (start.feasibility()) {
            case DELAYED ->
                "NO: the earliest start is " + start.earliest() + ", a delay of " + Wording.of(start.delay());
            case NOT_KNOWN ->
                audit.decision().verdict() == Verdict.NO_GO
                        ? "NO: " + count(audit.figures().openP0(), "open P0 blocker")
                        : "NOT KNOWN: no way to the start is known";
            case ON_TIME -> onTime();
        };
    }

    private String onTime() {
        return switch (audit.decision().verdict()) {
            case NO_GO -> "NO: " + count(audit.figures().openP0(), "open P0 blocker");
            case DEFER ->
                "NOT KNOWN: " + count(audit.figures().requiredUnknown(), "required expectation") + " not tested";
            case GO_WITH_CONDITIONS -> "YES, with conditions";
            case GO -> "YES";
        };
    }

    private Answer missingScripts(Question question) {
        var missing = in(Area.SCRIPT, Readiness.MISSING);
        var unknown = in(Area.SCRIPT, Readiness.UNKNOWN);
        var reasons = Stream.concat(
                        missing.stream().map(this::withTime),
                        listed(
                                "not tested",
                                unknown.stream().map(Answers::title).toList()))
                .toList();
        var untested = unknown.size();
        var text = missing.isEmpty() ? "None is known to be missing" : count(missing.size(), "script") + " missing";
        return new Answer(
                question,
                QuestionKind.MISSING_SCRIPTS,
                untested == 0 ? text : text + "; " + untested + " not tested",
                reasons,
                evidence(missing));
    }

    /// Every remedy with its time, the cheapest first: writing a script and adopting another are different answers.
    private String withTime(Assessment assessment) {
        var times = assessment.expectation().remedies().stream()
                .sorted(Comparator.comparing(remedy -> remedy.estimate().likely()))
                .map(remedy -> remedy.title() + " " + Wording.of(remedy.estimate()))
                .toList();
        return title(assessment) + ": "
                + (times.isEmpty() ? "time unknown, no remedy is stated" : String.join(", or ", times));
    }

    private Answer blockersIn(Question question, QuestionKind kind, Area area) {
        var unmet = in(area, Readiness.PARTIAL, Readiness.MISSING, Readiness.BLOCKED);
        var untested = in(area, Readiness.UNKNOWN);
        var ready = in(area, Readiness.READY).size();
        var known = unmet.isEmpty()
                ? untested.isEmpty() ? "NO" : "NOT KNOWN"
                : "YES: " + count(unmet.size(), "expectation") + " not met";
        var reasons = Stream.concat(unmet.stream(), untested.stream())
                .map(assessment -> title(assessment) + ", " + assessment.readiness() + ": " + assessment.reason())
                .toList();
        return new Answer(
                question,
                kind,
                known + " (" + ready + " ready, " + untested.size() + " not tested)",
                reasons,
                evidence(Stream.concat(unmet.stream(), untested.stream()).toList()));
    }

    private Answer risk(Question question) {
        return new Answer(
                question,
                QuestionKind.RISK_LEVEL,
                RiskRule.text(audit.figures()),
                List.of(RiskRule.reason(audit.figures())),
                evidenceOfBlockers());
    }

    private Answer likelyBlockers(Question question) {
        var reasons = audit.blockers().stream()
                .map(blocker -> blocker.severity() + " " + blocker.title() + ": " + blocker.impact())
                .toList();
        var text = reasons.isEmpty()
                ? audit.decision().verdict() == Verdict.DEFER ? "NOT KNOWN: too little was tested" : "None is known"
                : count(reasons.size(), "blocker") + ", " + audit.figures().openP0() + " of them P0";
        return new Answer(question, QuestionKind.LIKELY_BLOCKERS, text, reasons, evidenceOfBlockers());
    }

    private List<Assessment> in(Area area, Readiness... readiness) {
        return assessments(assessment ->
                Area.of(assessment.expectation()) == area && List.of(readiness).contains(assessment.readiness()));
    }

    private List<Assessment> assessments(Predicate<Assessment> which) {
        return audit.assessments().stream().filter(which).toList();
    }

    private Stream<Blocker> blocker(ExpectationId id) {
        return audit.blockers().stream().filter(blocker -> blocker.expectation().equals(id));
    }

    private List<String> evidenceOfBlockers() {
        return evidence(assessments(
                assessment -> blocker(assessment.expectation().id()).findAny().isPresent()));
    }

    private static List<String> evidence(List<Assessment> assessments) {
        return assessments.stream()
                .flatMap(assessment -> assessment.evidenceIds().stream())
                .distinct()
                .toList();
    }

    private static String title(Assessment assessment) {
        return assessment.expectation().title();
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
