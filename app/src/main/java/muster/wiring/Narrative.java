package muster.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.audit.AuditFinding;
import muster.audit.AuditReport;
import muster.audit.Blocker;
import muster.audit.Change;
import muster.audit.EscalatedBlocker;
import muster.plan.Plan;
import muster.plan.Severity;
import muster.planning.PlanningResult;
import muster.planning.Step;
import muster.review.StartForecast;
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
                "  Simulated are: the rows of the tables, the hands of agents where a step is done by hand, and the"
                        + " chief",
                "  engineer's approval, which the demo gives itself.",
                "  Real are: names, columns and rules of the warehouse, the probes, the decision, plan, schedule, run"
                        + " and journal.");
    }

    static String escalation(EscalatedBlocker escalated) {
        var to = escalated.to().isEmpty() ? "" : " -> " + String.join(", ", escalated.to());
        return "  P0 at once" + to + ": " + line(escalated.blocker());
    }

    private static String line(Blocker blocker) {
        return blocker.title() + " (" + blocker.expectation() + ")";
    }

    /// @param purpose what the plan of actions is for
    static List<String> outlook(Plan plan, AuditReport audit, Outlook outlook, String purpose) {
        var lines = new ArrayList<String>();
        var target = plan.header().target() == null
                ? "the plan"
                : plan.header().target().value();
        lines.add("Audit: " + audit.assessments().size() + " expectations: " + readiness(audit));
        lines.add("Decision: " + word(audit) + " for " + target + ". "
                + String.join("; ", audit.decision().reasons()));
        lines.addAll(worst(audit));
        if (!audit.decision().wouldMakeItGo().isEmpty()) {
            lines.add("  To be met or tested before it can be GO, with or without conditions: "
                    + audit.decision().wouldMakeItGo().size() + " expectations");
        }
        if (plan.header().target() != null) {
            lines.add(start(outlook.forecast()));
        }
        lines.addAll(actions(outlook, purpose));
        return lines;
    }

    /// What the audit owes to earlier ones, and how it differs; findings of weight.
    static List<String> history(AuditReport audit) {
        var lines = new ArrayList<String>();
        if (audit.extent().reused() > 0) {
            lines.add("Evidence: " + audit.extent().reused() + " of "
                    + audit.extent().expected() + " expectations rest on earlier audits and were not probed again");
        }
        var changed = audit.changes().stream()
                .filter(change -> change.trend() != Change.Trend.UNCHANGED)
                .collect(Collectors.groupingBy(
                        change -> change.trend().name().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.counting()));
        if (!changed.isEmpty()) {
            lines.add("Since the baseline: "
                    + changed.entrySet().stream()
                            .map(each -> each.getValue() + " " + each.getKey())
                            .collect(Collectors.joining(", ")));
        }
        lines.addAll(findings(audit));
        return lines;
    }

    /// Those of weight, and those about waivers, which somebody has to look after; of the others how many there are.
    private static List<String> findings(AuditReport audit) {
        var lines = new ArrayList<String>();
        audit.findings().stream()
                .filter(Narrative::isTold)
                .limit(LISTED)
                .forEach(finding ->
                        lines.add("  " + finding.severity() + " " + finding.code() + ": " + finding.message()));
        var others = audit.findings().size() - lines.size();
        if (others > 0) {
            lines.add("  " + others + (others == 1 ? " more finding is" : " more findings are") + " in the report");
        }
        return lines;
    }

    private static boolean isTold(AuditFinding finding) {
        return finding.severity().compareTo(Severity.P1) <= 0 || finding.code().endsWith("-waiver");
    }

    private static List<String> actions(Outlook outlook, String purpose) {
        if (outlook.planned() instanceof PlanningResult.Optimal(var none, var _, var _)
                && none.steps().isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("Plan " + purpose + ": " + found(outlook.planned()));
        outlook.actions().steps().stream()
                .sorted(Comparator.comparing(step -> start(step, outlook)))
                .forEach(step -> lines.add(
                        "  " + start(step, outlook) + "  " + step.action().title()));
        return lines;
    }

    private static List<String> worst(AuditReport audit) {
        var worst = audit.blockers().stream()
                .filter(blocker -> blocker.severity() == Severity.P0)
                .toList();
        var lines = new ArrayList<String>();
        worst.stream().limit(LISTED).forEach(blocker -> lines.add("  P0 " + line(blocker)));
        if (worst.size() > LISTED) {
            lines.add("  and " + (worst.size() - LISTED) + " more P0");
        }
        return lines;
    }

    private static String start(StartForecast forecast) {
        return switch (forecast.feasibility()) {
            case ON_TIME -> "Start: asked for " + forecast.asked() + ", which the schedule holds once all is met";
            case DELAYED ->
                "Start: asked for " + forecast.asked() + ", earliest " + forecast.earliest() + " ("
                        + hours(forecast.delay()) + " late)";
            case NOT_KNOWN -> "Start: not known when; no phase is named, or nobody can bring about what it needs";
        };
    }

    private static String start(Step step, Outlook outlook) {
        return outlook.schedule()
                .slotOf(step.action().id())
                .map(Slot::start)
                .map(Instant::toString)
                .orElse("");
    }

    private static String why(PlanningResult.Cause cause) {
        return switch (cause) {
            case PlanningResult.Cause.NothingProvides(var _, var missing) ->
                "nothing provides "
                        + missing.stream()
                                .limit(LISTED)
                                .map(each -> each.what() + (each.wantedBy().isEmpty() ? "" : " for " + words(each)))
                                .collect(Collectors.joining("; "))
                        + (missing.size() > LISTED ? "; and " + (missing.size() - LISTED) + " more" : "");
            case PlanningResult.Cause.BeyondBudget(var least, var budget) ->
                "none costs less than " + least + ", and the budget is " + budget;
            case PlanningResult.Cause.MutuallyExclusive(var goal, var _) ->
                "never together: " + goal.stream().map(Object::toString).collect(Collectors.joining(", "));
        };
    }

    private static String words(PlanningResult.Missing missing) {
        return missing.wantedBy().stream().limit(LISTED).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String found(PlanningResult result) {
        return switch (result) {
            case PlanningResult.Optimal optimal ->
                optimal.plan().steps().size() + " actions, cost " + optimal.cost() + ", no plan is cheaper";
            case PlanningResult.Feasible feasible ->
                feasible.plan().steps().size() + " actions, cost " + feasible.cost() + ", none below "
                        + feasible.bound();
            case PlanningResult.Unsolvable(var cause) -> "none exists: " + why(cause);
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
        return state.plan().steps().stream()
                .filter(step -> !(state.step(step.id()) instanceof StepState.Done))
                .map(step -> "'" + step.title() + "' of " + step.owners() + " is "
                        + state.step(step.id()).getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    static String simulated(muster.run.Step step) {
        return "  Simulated hands of " + step.owners() + ": " + step.title();
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
        return audit.decision().verdict().word();
    }

    private static String hours(Duration time) {
        return String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart());
    }
}
