package muster.wiring;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.planning.ActionPlan;
import muster.planning.PlanningResult;
import muster.review.StartForecast;
import muster.review.StartForecast.Feasibility;
import muster.review.StartOdds;
import muster.risk.Modelling;
import muster.risk.RiskForecast.LikelyBlocker;
import muster.risk.Settings;
import muster.risk.SimulationResult;
import muster.risk.Simulator;
import muster.risk.StartQuestion;
import muster.risk.Watch;
import muster.schedule.Scheduler;
import muster.schedule.SchedulingProblem;
import muster.schedule.SchedulingResult;
import muster.schedule.StartAnswer;
import muster.schedule.StartCheck;

/// Asks the schedule whether the target phase can start on the day that the plan's questions name.
final class Forecasting {

    private static final Pattern DAY =
            Pattern.compile("\\b(\\p{L}{3,9})\\.? (\\d{1,2})\\b|\\b(\\d{4}-\\d{2}-\\d{2})\\b");

    /// Enough for a probability to within 1.6 percentage points.
    private static final Settings SETTINGS = new Settings(1, 4096, 1, Settings.Stop.AT_THE_END);

    private final Plan plan;
    private final Instant now;

    Forecasting(Plan plan, Instant now) {
        this.plan = plan;
        this.now = now;
    }

    StartForecast of(PlanningResult forTarget, Function<ActionPlan, SchedulingProblem> problem) {
        var actions = Pipeline.actions(forTarget);
        var target = target();
        if (target.isEmpty() || actions.steps().isEmpty()) {
            return notKnown();
        }
        var work = problem.apply(actions);
        return switch (StartCheck.of(work, target.get(), asked())) {
            case StartAnswer.Yes _ ->
                simulated(
                        new StartForecast(asked(), Feasibility.ON_TIME, asked(), Duration.ZERO, List.of()),
                        StartQuestion.of(work, target.get(), asked()),
                        actions);
            case StartAnswer.No no ->
                simulated(
                        new StartForecast(asked(), Feasibility.DELAYED, no.earliest(), no.delay(), no.binding()),
                        StartQuestion.of(work, target.get(), asked()),
                        actions);
            case StartAnswer.Never _ -> notKnown();
        };
    }

    /// With the odds of the start, if what comes before it can be simulated.
    private StartForecast simulated(StartForecast forecast, StartQuestion question, ActionPlan actions) {
        if (!(Scheduler.schedule(question.before()) instanceof SchedulingResult.Scheduled scheduled)) {
            return forecast;
        }
        var model = Modelling.of(plan, question.before(), scheduled.schedule());
        var asked = new Simulator.Question(model.network(), question.by());
        return switch (Simulator.simulate(asked, SETTINGS, Watch.NOBODY)) {
            case SimulationResult.Simulated(var found) ->
                forecast.with(new StartOdds(
                        found.inTime(),
                        found.extent().done(),
                        found.blockers().stream()
                                .map(blocker -> titled(blocker, actions))
                                .toList(),
                        model.assumptions()));
            case SimulationResult.TooLong _, SimulationResult.NothingDone _ -> forecast;
        };
    }

    private static LikelyBlocker titled(LikelyBlocker blocker, ActionPlan actions) {
        return actions.steps().stream()
                .filter(step -> step.action().id().value().equals(blocker.id()))
                .findFirst()
                .map(step -> blocker.titled(step.action().title()))
                .orElse(blocker);
    }

    private StartForecast notKnown() {
        return new StartForecast(asked(), Feasibility.NOT_KNOWN, asked(), Duration.ZERO, List.of());
    }

    private Optional<Phase> target() {
        return plan.phases().stream()
                .filter(phase -> phase.id().equals(plan.header().target()))
                .findFirst();
    }

    /// The first day that a question names, at 00:00 UTC, not before now; else the plan's start.
    Instant asked() {
        return plan.questions().stream()
                .flatMap(question -> days(question.text()))
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .findFirst()
                .map(day -> day.isBefore(now) ? now : day)
                .orElse(plan.header().start());
    }

    private Stream<LocalDate> days(String text) {
        return DAY.matcher(text).results().flatMap(match -> day(match).stream());
    }

    /// Empty if the words only look like a day, as `Feb 31` or `Mandate 14` do.
    private Optional<LocalDate> day(MatchResult match) {
        try {
            return match.group(3) != null
                    ? Optional.of(LocalDate.parse(match.group(3)))
                    : month(match.group(1)).map(month -> next(MonthDay.of(month, Integer.parseInt(match.group(2)))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Month> month(String word) {
        return Stream.of(Month.values())
                .filter(month -> month.name().startsWith(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /// A day without a year is the next such day from the plan's start on.
    private LocalDate next(MonthDay day) {
        var from = plan.header().start().atZone(ZoneOffset.UTC).toLocalDate();
        return Stream.iterate(from.getYear(), year -> year + 1)
                .filter(day::isValidYear)
                .map(day::atYear)
                .filter(date -> !date.isBefore(from))
                .findFirst()
                .orElseThrow();
    }
}
