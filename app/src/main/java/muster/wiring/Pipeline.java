package muster.wiring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.audit.AuditReport;
import muster.audit.Auditor;
import muster.audit.Background;
import muster.audit.DecisionRules;
import muster.audit.Evidence;
import muster.plan.FactId;
import muster.plan.ItemId;
import muster.plan.Plan;
import muster.plan.Question;
import muster.plan.Task;
import muster.planning.ActionPlan;
import muster.planning.PlanMemory;
import muster.planning.PlanningResult;
import muster.planning.Remedies;
import muster.policy.Conditions;
import muster.policy.Policy;
import muster.report.ReportInput;
import muster.report.ReportView;
import muster.report.Reports;
import muster.review.Answer;
import muster.review.Answers;
import muster.review.StartForecast;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.schedule.SchedulingProblem;
import muster.schedule.SchedulingResult;
import muster.schedule.WorkItems;

/// The flow, each stage a function of what the stages before it gave. Collecting evidence ([Auditing]) and carrying out
/// a run ([Execution]) touch the world; everything here is computed.
final class Pipeline {

    private final Plan plan;
    private final DecisionRules rules;
    private final PlanMemory memory = new PlanMemory();

    /// The flow of a plan, decided by the standard policy.
    Pipeline(Plan plan) {
        this(plan, Policy.standard());
    }

    Pipeline(Plan plan, DecisionRules rules) {
        this.plan = plan;
        this.rules = rules;
    }

    DecisionRules rules() {
        return rules;
    }

    Plan plan() {
        return plan;
    }

    /// Evidence into readiness, blockers and a decision.
    AuditReport judge(List<Evidence> evidence, Map<ItemId, BigDecimal> observations, Instant now) {
        return judge(evidence, observations, now, new Background(null, new TreeSet<>(), new Conditions(), List.of()));
    }

    /// The same, compared with an earlier audit.
    AuditReport judge(
            List<Evidence> evidence, Map<ItemId, BigDecimal> observations, Instant now, Background background) {
        return new Auditor(plan, rules, background).judge(evidence, observations, now);
    }

    /// The cheapest actions that make a goal true, from what the audit found.
    PlanningResult planned(AuditReport audit, Set<FactId> goal) {
        var problem = Remedies.problem(plan, audit.facts(), audit.at(), PlanRate.of(plan));
        return memory.plan(problem.reaching(goal), () -> false);
    }

    /// Every task of the target phase done.
    Set<FactId> targetDone() {
        return plan.phases().stream()
                .filter(phase -> phase.id().equals(plan.header().target()))
                .flatMap(phase -> phase.tasks().stream())
                .map(Task::done)
                .collect(Collectors.toSet());
    }

    /// Actions into a schedule that begins at an instant.
    SchedulingResult scheduled(ActionPlan actions, Instant from) {
        return PlanSchedule.standard().schedule(schedulingProblem(actions, from));
    }

    private SchedulingProblem schedulingProblem(ActionPlan actions, Instant from) {
        return WorkItems.problem(actions, plan, WorkItems.Days.KEEP, from);
    }

    /// Whether the target phase can start when the plan asks.
    StartForecast forecast(PlanningResult forTarget, Instant now) {
        return forecast(forTarget, now, plan.questions());
    }

    /// Whether it can start when questions ask.
    StartForecast forecast(PlanningResult forTarget, Instant now, List<Question> questions) {
        return new Forecasting(plan, questions, now).of(forTarget, actions -> schedulingProblem(actions, now));
    }

    /// The plan's questions, answered.
    List<Answer> answers(AuditReport audit, StartForecast start) {
        return Answers.to(plan, audit, start);
    }

    /// The chosen actions as a run.
    RunPlan run(RunId id, ActionPlan actions) {
        return ChosenRun.of(id, plan, actions);
    }

    /// The documents, by path.
    SortedMap<String, String> reports(AuditReport audit, List<Answer> answers) {
        var subject = new ReportInput.Subject(".", null, Audit.VERSION);
        return new Reports().write(ReportView.of(new ReportInput(plan, audit, answers, subject, List.of())));
    }
}
