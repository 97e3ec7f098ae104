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
import muster.plan.Question;
import muster.planning.ActionPlan;
import muster.planning.PlanningResult;
import muster.review.StartForecast;
import muster.review.StartForecast.Feasibility;
import muster.schedule.SchedulingProblem;
import muster.schedule.StartAnswer;
import muster.schedule.StartCheck;

/// Asks the schedule whether the target phase can start on the day that the plan's questions name.
final class Forecasting {

    private static final Pattern DAY =
            Pattern.compile("\\b(\\p{L}{3,9})\\.? (\\d{1,2})\\b|\\b(\\d{4}-\\d{2}-\\d{2})\\b");

    private final Plan plan;
    private final List<Question> questions;
    private final Instant now;

    Forecasting(Plan plan, Instant now) {
        this(plan, plan.questions(), now);
    }

    Forecasting(Plan plan, List<Question> questions, Instant now) {
        this.plan = plan;
        this.questions = List.copyOf(questions);
        this.now = now;
    }

    StartForecast of(PlanningResult forTarget, Function<ActionPlan, SchedulingProblem> problem) {
        var actions = forTarget.actions();
        var target = target();
        if (target.isEmpty() || actions.steps().isEmpty()) {
            return notKnown();
        }
        return switch (StartCheck.of(problem.apply(actions), target.get(), asked(), PlanSchedule.standard())) {
            case StartAnswer.Yes _ ->
                new StartForecast(asked(), Feasibility.ON_TIME, asked(), Duration.ZERO, List.of());
            case StartAnswer.No no ->
                new StartForecast(asked(), Feasibility.DELAYED, no.earliest(), no.delay(), no.binding());
            case StartAnswer.Never _ -> notKnown();
        };
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
        return questions.stream()
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
