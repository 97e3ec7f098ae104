package muster.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.RiskLevel;
import muster.plan.TaskId;
import muster.run.Conditions;
import muster.run.Event;
import muster.run.Step;
import muster.run.StepState;
import muster.run.TeamFacts;
import org.jspecify.annotations.Nullable;

/// What a journal says of each agent at one moment of a day.
record Account(CoordinationState state, List<Happening> known, Day day) {
    Account {
        known = List.copyOf(known);
    }

    /// @param date the day in the zone
    /// @param until when the account is given
    record Day(LocalDate date, ZoneId zone, Instant until) {
        LocalDate of(Instant instant) {
            return instant.atZone(zone).toLocalDate();
        }
    }

    Minutes.Report of(AgentId agent) {
        var today = new ArrayList<>(happened(agent, date -> date.equals(day.date())));
        today.addAll(underWay(agent));
        var tomorrow = new ArrayList<>(underWay(agent));
        tomorrow.addAll(next(agent));
        var last = lastDayBefore();
        return new Minutes.Report(
                agent,
                last == null ? List.of() : happened(agent, last::equals),
                today,
                blockers(agent),
                dependencies(agent),
                risks(agent),
                tomorrow);
    }

    private @Nullable LocalDate lastDayBefore() {
        return known.stream()
                .map(each -> day.of(each.at()))
                .filter(date -> date.isBefore(day.date()))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private List<String> happened(AgentId agent, Predicate<LocalDate> when) {
        return known.stream()
                .filter(each -> when.test(day.of(each.at())))
                .flatMap(each ->
                        each.team() == null ? ofRun(each.event(), agent) : TeamNews.of(each.team(), state, agent))
                .toList();
    }

    private Stream<String> ofRun(Event event, AgentId agent) {
        return switch (event) {
            case Event.ManualDone e when e.by().equals(agent) -> Stream.of("done: " + title(e.task()));
            case Event.AttemptSucceeded e when owns(e.task(), agent) -> Stream.of("done: " + title(e.task()));
            case Event.StepFailed e
            when owns(e.task(), agent) -> Stream.of("failed: " + title(e.task()) + " (" + e.why() + ")");
            case Event.DecisionMade e when e.by().equals(agent) -> Stream.of("answered for: " + title(e.task()));
            case Event.GateApproved e when e.by().equals(agent) -> Stream.of("approved gate " + e.gate());
            case Event.GateRejected e
            when e.by().equals(agent) -> Stream.of("rejected gate " + e.gate() + " (" + e.reason() + ")");
            case Event.GateReopened e
            when e.by().equals(agent) -> Stream.of("opened gate " + e.gate() + " again (" + e.reason() + ")");
            case Event _ -> Stream.empty();
        };
    }

    private List<String> underWay(AgentId agent) {
        return steps(agent).flatMap(step -> word(step).stream()).toList();
    }

    private List<String> word(Step step) {
        return switch (state.run().step(step.id())) {
            case StepState.Running _ -> List.of("under way: " + step.title());
            case StepState.Submitted _ -> List.of("waits for a check: " + step.title());
            case StepState.Ready _ -> List.of("ready: " + step.title());
            case StepState.Waiting _,
                    StepState.Blocked _,
                    StepState.Done _,
                    StepState.Failed _,
                    StepState.Undone _,
                    StepState.Kept _,
                    StepState.Skipped _ -> List.of();
        };
    }

    /// What waits for nothing but work that is under way or ready.
    private List<String> next(AgentId agent) {
        return steps(agent)
                .filter(step -> state.run().step(step.id()) instanceof StepState.Waiting)
                .filter(step -> step.needs().stream().allMatch(this::soonDone))
                .map(step -> "next: " + step.title())
                .toList();
    }

    private boolean soonDone(TaskId need) {
        var at = state.run().step(need);
        return at.settled()
                || at instanceof StepState.Submitted
                || at instanceof StepState.Running
                || at instanceof StepState.Ready;
    }

    private List<String> blockers(AgentId agent) {
        var steps = steps(agent).flatMap(step -> switch (state.run().step(step.id())) {
            case StepState.Failed(var _, var _, var why) -> Stream.of(step.title() + " failed: " + why);
            case StepState.Blocked(var _, var _, var questions) ->
                Stream.of(step.title() + " asks: " + String.join("; ", questions));
            case StepState.Waiting _ -> missing(step);
            case StepState.Ready _,
                    StepState.Running _,
                    StepState.Submitted _,
                    StepState.Done _,
                    StepState.Skipped _,
                    StepState.Undone _,
                    StepState.Kept _ -> Stream.empty();
        });
        return Stream.concat(steps, matters(agent)).toList();
    }

    /// Facts and gates that work waits for though all that it needs is done; needs are dependencies, and hand-offs too.
    private Stream<String> missing(Step step) {
        var handOffs = HandOffRules.owed(state).stream()
                .map(owed -> TeamFacts.accepted(owed.id()).toString())
                .toList();
        return step.needs().stream().allMatch(need -> state.run().step(need).settled())
                ? Conditions.missing(state.run(), step).stream()
                        .filter(why -> handOffs.stream().noneMatch(why::contains))
                        .map(why -> step.title() + " " + why)
                : Stream.empty();
    }

    /// Gates, blockers and conflicts that wait for this agent; offered hand-offs are dependencies.
    private Stream<String> matters(AgentId agent) {
        return OpenMatter.of(state).stream()
                .filter(matter -> matter.whom().contains(agent))
                .filter(matter -> state.handOffs().keySet().stream()
                        .noneMatch(id -> id.toString().equals(matter.id())))
                .map(matter -> matter.id() + " waits for " + state.charter().name(agent) + ": " + matter.what());
    }

    private List<String> dependencies(AgentId agent) {
        return Waits.of(state).stream()
                .filter(wait -> wait.waiting().equals(agent) || wait.waitedFor().equals(agent))
                .map(wait -> state.charter().name(wait.waiting()) + " waits for "
                        + state.charter().name(wait.waitedFor()) + ": " + wait.why())
                .distinct()
                .toList();
    }

    private List<String> risks(AgentId agent) {
        var handOffs = state.handOffs().values().stream()
                .map(HandOffState::note)
                .filter(note -> note.risk() != RiskLevel.LOW && note.to().equals(agent))
                .map(note -> note.id() + " was passed on with risk "
                        + note.risk().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var shaky = steps(agent)
                .filter(step -> state.run().step(step.id()).failures() > 0)
                .map(step -> step.title() + ": attempts failed: "
                        + state.run().step(step.id()).failures());
        return Stream.concat(handOffs, shaky).toList();
    }

    private Stream<Step> steps(AgentId agent) {
        return state.run().plan().steps().stream().filter(step -> step.owners().contains(agent));
    }

    private boolean owns(TaskId task, AgentId agent) {
        return state.run().plan().step(task).owners().contains(agent);
    }

    private String title(TaskId task) {
        return state.run().plan().step(task).title();
    }
}
