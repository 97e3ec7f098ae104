package muster.coordination;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.plan.GateTerms;
import muster.run.Command;
import muster.run.GateCondition;
import muster.run.GateState;

/// Who may vote at a gate for whom, and what its conditions come to.
final class GateRules {
    private GateRules() {}

    static Ruling decide(CoordinationState state, GateCommand command) {
        return switch (command) {
            case GateCommand.Approve c -> approve(state, c);
            case GateCommand.Reject c -> reject(state, c);
            case GateCommand.Reopen c -> reopen(state, c);
            case GateCommand.Delegate c -> delegate(state, c);
            case GateCommand.Judge c -> judge(state, c);
            case GateCommand.Signal(var name, var by) ->
                state.outside().signals().contains(name)
                        ? new Ruling.Denied(name + " was told before")
                        : new Ruling.Granted(new GateEvent.Signalled(name, by));
            case GateCommand.Measure(var metric, var value, var by) ->
                new Ruling.Granted(new GateEvent.Measured(metric, value, by));
        };
    }

    private static Ruling approve(CoordinationState state, GateCommand.Approve c) {
        var why = mute(state, c.gate(), c.by());
        if (why.isEmpty()) {
            why = apart(state, c.gate(), c.by());
        }
        if (!why.isEmpty()) {
            return new Ruling.Denied(why);
        }
        var seat = seats(state, c.gate(), c.by()).getFirst();
        var reason = seat.equals(c.by()) ? c.reason() : c.by() + " in the place of " + seat + ": " + c.reason();
        return new Ruling.Granted(
                List.of(new GateEvent.VoteCast(c.gate(), seat, c.by())),
                List.of(new Command.Approve(c.gate(), seat, reason)));
    }

    private static Ruling reject(CoordinationState state, GateCommand.Reject c) {
        var why = c.reason().isBlank() ? "a rejection needs a reason" : mute(state, c.gate(), c.by());
        if (!why.isEmpty()) {
            return new Ruling.Denied(why);
        }
        var seat = seats(state, c.gate(), c.by()).getFirst();
        return new Ruling.Granted(
                List.of(new GateEvent.VoteCast(c.gate(), seat, c.by())),
                List.of(new Command.Reject(c.gate(), seat, c.reason())));
    }

    /// Whoever may vote, or votes for somebody, may ask for another vote.
    private static Ruling reopen(CoordinationState state, GateCommand.Reopen c) {
        if (!(state.run().gates().get(c.gate()) instanceof GateState.Rejected)) {
            return new Ruling.Denied("gate " + c.gate() + " was not rejected");
        }
        if (c.reason().isBlank()) {
            return new Ruling.Denied("reopening needs a reason, for whoever votes again");
        }
        return state.run().plan().gate(c.gate()).approvers().stream()
                .filter(seat -> voter(state, c.gate(), seat).equals(c.by()))
                .findFirst()
                .<Ruling>map(
                        seat -> new Ruling.Granted(List.of(), List.of(new Command.Reopen(c.gate(), seat, c.reason()))))
                .orElseGet(() -> new Ruling.Denied(c.by() + " is not an approver"));
    }

    /// Whoever asked another may ask a third, or take the vote back by naming itself.
    private static Ruling delegate(CoordinationState state, GateCommand.Delegate c) {
        var why = notOpenOrClosed(state, c.gate());
        if (why.isEmpty() && !state.run().plan().gate(c.gate()).approvers().contains(c.by())) {
            why = c.by() + " is not an approver";
        }
        if (why.isEmpty() && state.gate(c.gate()).votes().containsKey(c.by())) {
            why = "the vote of " + c.by() + " was given before";
        }
        if (why.isEmpty()
                && state.charter().members().stream()
                        .noneMatch(each -> each.id().equals(c.to()))) {
            why = c.to() + " is not in the team";
        }
        var voter = why.isEmpty() ? voter(state, c.gate(), c.by()) : c.by();
        if (why.isEmpty() && c.to().equals(c.by()) && voter.equals(c.by())) {
            why = c.by() + " votes itself; nobody was asked to vote in its place";
        }
        if (!why.isEmpty()) {
            return new Ruling.Denied(why);
        }
        return voter.equals(c.to())
                ? new Ruling.Granted(List.of(), List.of())
                : new Ruling.Granted(new GateEvent.VoteDelegated(c.gate(), c.by(), c.to(), c.reason()));
    }

    private static Ruling judge(CoordinationState state, GateCommand.Judge c) {
        var why = notOpenOrClosed(state, c.gate());
        return why.isEmpty()
                ? new Ruling.Granted(new GateEvent.PolicyJudged(c.gate(), c.holds(), c.seen()))
                : new Ruling.Denied(why);
    }

    /// Approvers whose votes this agent may give and that are not given yet, its own first.
    static List<AgentId> seats(CoordinationState state, GateId gate, AgentId by) {
        return open(state, gate).stream()
                .filter(seat -> voter(state, gate, seat).equals(by))
                .sorted((one, other) -> Boolean.compare(other.equals(by), one.equals(by)))
                .toList();
    }

    /// Approvers whose votes are not given.
    static List<AgentId> open(CoordinationState state, GateId gate) {
        var given = state.run().gate(gate) instanceof GateState.Open(var approvedBy) ? approvedBy : List.<AgentId>of();
        return state.run().plan().gate(gate).approvers().stream()
                .filter(seat -> !given.contains(seat))
                .toList();
    }

    /// Who gives an approver's vote; a delegation is not passed on.
    static AgentId voter(CoordinationState state, GateId gate, AgentId seat) {
        return Objects.requireNonNullElse(state.gate(gate).delegates().get(seat), seat);
    }

    /// Why this agent has nothing to say at the gate now; empty if it has.
    private static String mute(CoordinationState state, GateId gate, AgentId by) {
        var why = notOpen(state, gate);
        return why.isEmpty() ? noVoter(state, gate, by) : why;
    }

    private static String noVoter(CoordinationState state, GateId gate, AgentId by) {
        if (!seats(state, gate, by).isEmpty()) {
            return "";
        }
        var approvers = state.run().plan().gate(gate).approvers();
        var passedOn = state.gate(gate).delegates().get(by);
        if (passedOn != null && approvers.contains(by)) {
            return by + " asked " + passedOn + " to vote in its place";
        }
        var voted = approvers.contains(by) || state.gate(gate).votes().containsValue(by);
        return voted ? by + " approved before" : by + " is not an approver";
    }

    /// The two-person rule: one vote each, and none from who did the work.
    private static String apart(CoordinationState state, GateId gate, AgentId by) {
        if (state.charter().terms(gate).votes().rule() == GateTerms.Rule.EACH_FOR_ONE) {
            return "";
        }
        if (state.gate(gate).votes().containsValue(by)) {
            return by + " has voted, and two people must agree";
        }
        var plan = state.run().plan();
        return plan.gate(gate).after().stream()
                .filter(task -> plan.step(task).owners().contains(by))
                .findFirst()
                .map(task -> by + " did " + task + ", which the gate is about")
                .orElse("");
    }

    private static String notOpen(CoordinationState state, GateId gate) {
        var why = notOpenOrClosed(state, gate);
        return why.isEmpty() && state.run().gate(gate) instanceof GateState.Closed
                ? "gate " + gate + " is not open yet"
                : why;
    }

    /// True if a gate of the run still waits, or is yet to open.
    static boolean isUnsettled(CoordinationState state, GateId gate) {
        return notOpenOrClosed(state, gate).isEmpty();
    }

    private static String notOpenOrClosed(CoordinationState state, GateId gate) {
        return switch (state.run().gates().get(gate)) {
            case null -> "there is no gate " + gate;
            case GateState.Closed _, GateState.Open _ -> "";
            case GateState.Passed _ -> "gate " + gate + " was passed before";
            case GateState.Rejected(var by, var _) -> "gate " + gate + " was rejected by " + by;
        };
    }

    /// Since when a metric has held and whether it has held for long enough, as of a measurement.
    static GateWatch measured(GateWatch watch, GateTerms.Measured asked, BigDecimal value, Instant at) {
        if (!asked.threshold().holds(value)) {
            return watch.since(null);
        }
        var since = Objects.requireNonNullElse(watch.metricSince(), at);
        var measured = watch.since(since);
        return at.isBefore(since.plus(asked.window())) ? measured : measured.with(GateCondition.METRIC);
    }
}
