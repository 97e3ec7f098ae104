package muster.run;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The rules of a run, as two functions. Given the same arguments they always answer the same.
public final class RunRules {
    private RunRules() {}

    /// What a command leads to in this state, in order. A command that is not allowed leads to one [Event.Refused].
    public static List<Event> decide(RunState state, Command command, Instant now) {
        return rule(state, command, now).events();
    }

    /// The same with the state that it leads to, so that nobody has to apply the events again.
    public static Ruled rule(RunState state, Command command, Instant now) {
        var events = direct(state, command, now);
        var after = replay(state, events);
        var charged = TimeSpent.charged(state, after, now);
        var all = charged.isEmpty()
                ? events
                : Stream.concat(events.stream(), charged.stream()).toList();
        return Consequences.of(replay(after, charged), all, now);
    }

    /// What a command leads to.
    ///
    /// @param after the state after all events
    public record Ruled(List<Event> events, RunState after) {
        public Ruled {
            events = List.copyOf(events);
        }
    }

    /// The state after an event.
    public static RunState apply(RunState state, Event event) {
        return Replay.apply(state, event).next();
    }

    /// The state after several events.
    public static RunState replay(RunState state, List<Event> events) {
        var current = state;
        for (var event : events) {
            current = apply(current, event);
        }
        return current;
    }

    private static List<Event> direct(RunState state, Command command, Instant now) {
        return switch (command) {
            case ClaimCommand c -> ClaimRules.decide(state, c, now);
            case SteerCommand c -> SteerRules.decide(state, c);
            case Command.Start c -> start(state, c);
            case Command.Claim c -> AttemptRules.claim(state, c, now);
            case Command.Succeed c -> AttemptRules.succeed(state, c);
            case Command.Fail c -> AttemptRules.fail(state, c, now);
            case Command.Ask c -> AttemptRules.ask(state, c);
            case Command.Lose c -> AttemptRules.lose(state, c);
            case Command.Recover c -> AttemptRules.recover(state, c);
            case Command.Answer c -> PeopleRules.answer(state, c, now);
            case Command.CompleteManual c -> PeopleRules.complete(state, c);
            case Command.Retry c -> PeopleRules.retry(state, c, now);
            case Command.Approve c -> GateRules.approve(state, c);
            case Command.Reject c -> GateRules.reject(state, c);
            case Command.Reopen c -> GateRules.reopen(state, c);
            case Command.ReportFacts c -> report(state, c);
            case Command.FollowTeam c -> List.of(new Event.FactsReported(c.by(), c.holding(), c.failing()));
            case Command.RollBack c -> rollBack(state, c);
            case Command.Revise c -> RevisionRules.revise(state, c);
            case Command.RecordAudit c -> List.of(new Event.AuditRecorded(c.digest(), c.counts(), c.verdict()));
            case Command.Wake _ -> ClaimRules.decide(state, new ClaimCommand.Expire(), now);
            case Command.Note c -> List.of(new Event.Noted(c.kind(), c.payload()));
        };
    }

    private static List<Event> start(RunState state, Command.Start command) {
        if (state.status() != RunStatus.NOT_STARTED) {
            return Refusal.of("start", command.plan().id(), "the run was started before");
        }
        if (!state.plan().id().equals(command.plan().id())) {
            return Refusal.of(
                    "start",
                    command.plan().id(),
                    "the plan is for another run than " + state.plan().id());
        }
        var provided = command.plan().steps().stream().flatMap(step -> step.provides().stream());
        var reserved = TeamFacts.refusal(Stream.concat(command.facts().stream(), provided));
        return reserved.isEmpty()
                ? List.of(new Event.RunStarted(command.plan(), command.digest(), command.facts()))
                : Refusal.of("start", command.plan().id(), reserved);
    }

    private static List<Event> report(RunState state, Command.ReportFacts command) {
        if (state.status() == RunStatus.NOT_STARTED) {
            return Refusal.of("report-facts", state.plan().id(), "the run was not started");
        }
        var reserved = TeamFacts.refusal(Stream.concat(command.holding().stream(), command.failing().stream()));
        return reserved.isEmpty()
                ? List.of(new Event.FactsReported(command.by(), command.holding(), command.failing()))
                : Refusal.of("report-facts", state.plan().id(), reserved);
    }

    private static List<Event> rollBack(RunState state, Command.RollBack command) {
        return switch (state.status()) {
            case RUNNING, STALLED, FINISHED, PAUSED, CANCELLED ->
                List.of(new Event.RollbackStarted(command.by(), command.reason()));
            case NOT_STARTED, ROLLING_BACK, ROLLBACK_STALLED, ROLLED_BACK ->
                Refusal.of("roll-back", state.plan().id(), "the run is " + Refusal.name(state.status()));
        };
    }
}
