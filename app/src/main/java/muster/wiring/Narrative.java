package muster.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.audit.AuditReport;
import muster.audit.EscalatedBlocker;
import muster.plan.Plan;
import muster.plan.Severity;
import muster.planning.PlanningResult;
import muster.planning.Step;
import muster.run.RunState;
import muster.run.StepState;
import muster.schedule.Slot;

/// What the demo tells on its way, in plain words.
final class Narrative {

    private static final int LISTED = 8;
    private static final Pattern FIGURE = Pattern.compile("\\{([^}]+)}");

    private Narrative() {}

    static List<String> opening(Demo.Setting setting) {
        return List.of(
                "Muster demo in " + setting.workspace().root()
                        + ": a directive, a project and a warehouse of 5,817 tables",
                "  The clock is set to the directive's: " + Demo.DIRECTED + ".",
                "  Simulated are: the rows of the tables, and the chief engineer's approval, which the demo gives itself.",
                "  Real are: names, columns and rules of the warehouse, the probes, the decision, plan, schedule, run and journal.");
    }

    static String escalation(EscalatedBlocker escalated) {
        var to = escalated.to().isEmpty() ? "" : " -> " + String.join(", ", escalated.to());
        return "  P0 at once" + to + ": " + escalated.blocker().title();
    }

    static List<String> outlook(Plan plan, AuditReport audit, Outlook outlook) {
        var lines = new ArrayList<String>();
        lines.add("Audit: " + audit.assessments().size() + " expectations: " + readiness(audit));
        lines.add("Decision: " + word(audit) + " for "
                + plan.header().target() + ". "
                + String.join("; ", audit.decision().reasons()));
        audit.blockers().stream()
                .filter(blocker -> blocker.severity() == Severity.P0)
                .limit(LISTED)
                .forEach(blocker -> lines.add("  P0 " + blocker.title()));
        lines.add("  " + audit.decision().wouldMakeItGo().size() + " blockers have to be resolved to make it GO");
        lines.addAll(planning(outlook));
        return lines;
    }

    private static List<String> planning(Outlook outlook) {
        var lines = new ArrayList<String>();
        var forecast = outlook.forecast();
        lines.add("Start of the whole phase: asked for " + forecast.asked() + ", earliest " + forecast.earliest() + " ("
                + hours(forecast.delay()) + " late)");
        lines.add("Plan for the part that needs no human judgement: " + found(outlook.planned()));
        outlook.actions().steps().forEach(step -> lines.add("  " + line(step, outlook)));
        return lines;
    }

    private static String line(Step step, Outlook outlook) {
        var at = outlook.schedule()
                .slotOf(step.action().id())
                .map(Slot::start)
                .map(Instant::toString)
                .orElse("");
        return at + "  " + step.action().title();
    }

    private static String found(PlanningResult result) {
        return switch (result) {
            case PlanningResult.Optimal optimal ->
                optimal.plan().steps().size() + " actions, cost " + optimal.cost() + ", no plan is cheaper";
            case PlanningResult.Feasible feasible ->
                feasible.plan().steps().size() + " actions, cost " + feasible.cost() + ", none below "
                        + feasible.bound();
            case PlanningResult.Unsolvable(var cause) -> "none exists: " + cause;
            case PlanningResult.LimitReached limit ->
                "none found within the limit; none costs less than " + limit.bound();
        };
    }

    static List<String> closing(DemoResult result) {
        var lines = new ArrayList<String>();
        lines.add("Run: finished");
        lines.add(told(
                result,
                "  {rename-cov.renamed} COV tables renamed, with reverse entries and grace views;"
                        + " {rename-cov.decisions} targets are occupied and need a decision"));
        lines.add(told(
                result,
                "  LAG pilot: {consolidate-lag-pilot.kept} tables into {consolidate-lag-pilot.created}"
                        + " of {consolidate-lag-pilot.rows} rows; the sources are kept"));
        lines.add(told(
                result,
                "  Names that break the inventory's rule: {validate-first-part.violations.R2.before} before,"
                        + " {validate-first-part.violations.R2.after} after;"
                        + " {validate-first-part.views.read} grace views read"));
        lines.add("Audit after the run: " + readiness(result.after()));
        lines.add("Decision after: " + word(result.after()) + " for the whole phase, " + open(result.after())
                + " open P0 blockers (before: " + word(result.before()) + ", " + open(result.before()) + ")");
        lines.add("Journal: the chain holds, " + result.journal());
        lines.add("Reports:");
        result.reports().forEach(report -> lines.add("  " + report));
        return lines;
    }

    /// The text with figures of the run in the place of their names.
    private static String told(DemoResult result, String text) {
        return FIGURE.matcher(text).replaceAll(name -> result.figures().getOrDefault(name.group(1), "no"));
    }

    private static int open(AuditReport audit) {
        return (int) audit.blockers().stream()
                .filter(blocker -> blocker.severity() == Severity.P0)
                .count();
    }

    static String unfinished(RunState state) {
        return state.steps().entrySet().stream()
                .filter(step -> !(step.getValue() instanceof StepState.Done))
                .map(step -> step.getKey() + " " + step.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String readiness(AuditReport audit) {
        return audit.assessments().stream()
                .collect(Collectors.groupingBy(each -> each.readiness(), java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String word(AuditReport audit) {
        return audit.decision().verdict().name().replace('_', '-');
    }

    private static String hours(Duration time) {
        return String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart());
    }
}
