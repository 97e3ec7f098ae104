package muster.wiring;

import java.util.List;
import java.util.Set;
import muster.audit.AuditReport;
import muster.plan.FactId;
import muster.planning.ActionPlan;
import muster.planning.PlanningResult;
import muster.review.StartForecast;
import muster.schedule.Schedule;
import muster.schedule.SchedulingResult;

/// What planning and scheduling make of an audit.
///
/// @param planned the search for the plan's goal
/// @param forTarget the search for the whole target phase
/// @param actions what is to be done for the goal; empty if nothing was found
/// @param schedule of those actions
/// @param forecast of the target phase's start
record Outlook(
        PlanningResult planned,
        PlanningResult forTarget,
        ActionPlan actions,
        Schedule schedule,
        StartForecast forecast) {

    /// @param goal what is to be done now; the target phase as a whole is looked at beside it
    static Outlook of(Pipeline pipeline, AuditReport audit, Set<FactId> goal) {
        var begin = pipeline.plan().header().start();
        var now = audit.at().isBefore(begin) ? begin : audit.at();
        var planned = pipeline.planned(audit, goal);
        var forTarget = pipeline.planned(audit, pipeline.targetDone());
        var actions = planned.actions();
        var schedule = switch (pipeline.scheduled(actions, now)) {
            case SchedulingResult.Scheduled(var found, var _, var _) -> found;
            case SchedulingResult.Impossible _ -> new Schedule(now, now, List.of(), List.of());
        };
        return new Outlook(planned, forTarget, actions, schedule, pipeline.forecast(forTarget, now));
    }
}
