package muster.wiring;

import java.time.Instant;
import java.util.Optional;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.risk.Modelling;
import muster.risk.RiskForecast;
import muster.risk.RiskModel;
import muster.risk.RiskNetwork;
import muster.risk.Settings;
import muster.risk.SimulationResult;
import muster.risk.Simulator;
import muster.risk.StartQuestion;
import muster.risk.Watch;
import muster.schedule.Schedule;
import muster.schedule.ScheduleSearch;
import muster.schedule.SchedulingProblem;
import muster.schedule.SchedulingResult;
import muster.schedule.WorkItems;
import org.jspecify.annotations.Nullable;

/// Schedules a plan as it is written, as if all that it expects were there, and simulates that schedule.
public final class PlanSimulator {
    private static final String STAGE = "simulate";

    private final Plan plan;
    private final Asked asked;
    private final Progress progress;
    private final ScheduleSearch search = PlanSchedule.standard();

    private PlanSimulator(Plan plan, Asked asked, Progress progress) {
        this.plan = plan;
        this.asked = asked;
        this.progress = progress;
    }

    /// What is asked of a plan.
    ///
    /// @param by when it should be finished; null means when its schedule is
    /// @param phase whose start is asked for; null means none
    /// @param start when that phase should start; null means when the plan's questions say
    public record Asked(
            Settings settings,
            WorkItems.Days days,
            @Nullable Instant by,
            @Nullable PhaseId phase,
            @Nullable Instant start) {}

    /// Ends with what is done when the thread is interrupted.
    public static PlanSimulation simulate(Plan plan, Asked asked, Progress progress) {
        return new PlanSimulator(plan, asked, progress).simulated();
    }

    private PlanSimulation simulated() {
        var problem = PlanSchedule.problem(plan, asked.days);
        if (problem.items().isEmpty()) {
            return new PlanSimulation.NotDone("the plan has no tasks");
        }
        return switch (search.schedule(problem)) {
            case SchedulingResult.Impossible(var obstacles) -> new PlanSimulation.Impossible(obstacles);
            case SchedulingResult.Scheduled scheduled -> simulated(problem, scheduled.schedule());
        };
    }

    private PlanSimulation simulated(SchedulingProblem problem, Schedule schedule) {
        var model = Modelling.of(plan, problem, schedule);
        var by = asked.by == null ? schedule.finish() : asked.by;
        return switch (run(model.network(), by, "finish")) {
            case SimulationResult.TooLong _ ->
                new PlanSimulation.NotDone("the longest it can take is more than 34 years");
            case SimulationResult.NothingDone _ -> new PlanSimulation.NotDone("it was ended before anything was done");
            case SimulationResult.Simulated(var forecast) ->
                new PlanSimulation.Done(plan, schedule, model, forecast, band(model, by), start(problem));
        };
    }

    private SimulationResult run(RiskNetwork network, Instant by, String what) {
        Watch watch = (share, doing) -> {
            progress.at(STAGE, share, what + ": " + doing);
            return !Thread.currentThread().isInterrupted();
        };
        return Simulator.simulate(new Simulator.Question(network, by), asked.settings, watch);
    }

    private PlanSimulation.@Nullable Band band(RiskModel model, Instant by) {
        if (!model.isAssumed()) {
            return null;
        }
        var least = forecast(run(model.least(), by, "low end of what is assumed"));
        var most = forecast(run(model.most(), by, "high end of what is assumed"));
        return least.isEmpty() || most.isEmpty() ? null : new PlanSimulation.Band(p80(least.get()), p80(most.get()));
    }

    private static Instant p80(RiskForecast forecast) {
        return forecast.finish().at(0.8).value();
    }

    private static Optional<RiskForecast> forecast(SimulationResult result) {
        return switch (result) {
            case SimulationResult.Simulated(var forecast) -> Optional.of(forecast);
            case SimulationResult.TooLong _, SimulationResult.NothingDone _ -> Optional.empty();
        };
    }

    private PlanSimulation.@Nullable Start start(SchedulingProblem problem) {
        var phase = plan.phases().stream()
                .filter(each -> each.id().equals(asked.phase))
                .filter(each -> StartQuestion.concerns(problem, each))
                .findFirst();
        return phase.map(each -> start(problem, each)).orElse(null);
    }

    private PlanSimulation.@Nullable Start start(SchedulingProblem problem, Phase phase) {
        var at = asked.start == null ? new Forecasting(plan, plan.header().start()).asked() : asked.start;
        var question = StartQuestion.of(problem, phase, at);
        return switch (search.schedule(question.before())) {
            case SchedulingResult.Impossible _ -> null;
            case SchedulingResult.Scheduled scheduled -> {
                var network = Modelling.of(plan, question.before(), scheduled.schedule())
                        .network();
                yield forecast(run(network, question.by(), "start of " + phase.id()))
                        .map(readiness -> new PlanSimulation.Start(phase.id(), at, readiness))
                        .orElse(null);
            }
        };
    }
}
