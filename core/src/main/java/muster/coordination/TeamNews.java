package muster.coordination;

import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import muster.plan.AgentId;

/// What an event of a team means for one of its members, in words.
final class TeamNews {
    private TeamNews() {}

    static Stream<String> of(CoordinationEvent event, CoordinationState state, AgentId agent) {
        return switch (event) {
            case CoordinationEvent.Agreed _, CoordinationEvent.MeetingHeld _ -> Stream.empty();
            case CoordinationEvent.OfHandOff handOff -> handOff(handOff, state, agent);
            case GateEvent gate -> gate(gate, agent);
            case BlockerEvent blocker -> blocker(blocker, agent);
            case ConflictEvent conflict -> conflict(conflict, state, agent);
            case ClockEvent clock -> clock(clock, state, agent);
        };
    }

    /// Votes are told with the run's own approvals.
    private static Stream<String> gate(GateEvent event, AgentId agent) {
        return switch (event) {
            case GateEvent.VoteDelegated(var gate, var from, var to, var why)
            when from.equals(agent) -> Stream.of("asked " + to + " to vote at gate " + gate + " (" + why + ")");
            case GateEvent.Signalled(var name, var by) when by.equals(agent) -> Stream.of("told that " + name);
            case GateEvent.Measured(var metric, var value, var by)
            when by.equals(agent) -> Stream.of("measured " + metric + " " + value.toPlainString());
            case GateEvent _ -> Stream.empty();
        };
    }

    private static Stream<String> blocker(BlockerEvent event, AgentId agent) {
        return switch (event) {
            case BlockerEvent.BlockerRaised(var id, var note, var by)
            when by.equals(agent) -> Stream.of("raised " + id + ", " + note.severity() + ": " + note.title());
            case BlockerEvent.BlockerResolved(var id, var by, var how)
            when by.equals(agent) -> Stream.of("resolved " + id + " (" + how + ")");
            case BlockerEvent _ -> Stream.empty();
        };
    }

    private static Stream<String> conflict(ConflictEvent event, CoordinationState state, AgentId agent) {
        return switch (event) {
            case ConflictEvent.Ranked(var first, var then, var by)
            when by.equals(agent) -> Stream.of("wants " + first + " before " + then);
            case ConflictEvent.ConflictRaised(var id, var note)
            when isIn(note, agent) -> Stream.of(id + " was raised over " + note.about());
            case ConflictEvent.TurnGiven(var id, var side, var until)
            when side(state, id, side).equals(agent) ->
                Stream.of("has its turn in " + id + " until " + until.truncatedTo(ChronoUnit.SECONDS));
            case ConflictEvent.EvidenceGiven(var id, var side, var values)
            when side(state, id, side).equals(agent) -> Stream.of("gave data for " + id + " " + values);
            case ConflictEvent.ConflictDecided(var id, var side, var by, var _)
            when by.equals(agent) -> Stream.of("decided " + id + " for " + side(state, id, side));
            case ConflictEvent.DecisionTold(var id, var to)
            when to.contains(agent) -> Stream.of("was told how " + id + " was decided");
            case ConflictEvent.ConflictResolved(var id, var _, var how)
            when isIn(note(state, id), agent) -> Stream.of(id + " is resolved (" + how + ")");
            case ConflictEvent _ -> Stream.empty();
        };
    }

    private static Stream<String> clock(ClockEvent event, CoordinationState state, AgentId agent) {
        return switch (event) {
            case ClockEvent.Reminded(var matter, var whom, var _)
            when whom.contains(agent) -> Stream.of("was reminded of " + matter);
            case ClockEvent.Escalated(var matter, var _, var to)
            when state.charter().member(to).filter(agent::equals).isPresent() -> Stream.of(matter + " came to it");
            case ClockEvent _ -> Stream.empty();
        };
    }

    private static ConflictNote note(CoordinationState state, MatterId id) {
        return Objects.requireNonNull(state.conflicts().get(id)).note();
    }

    private static AgentId side(CoordinationState state, MatterId id, int side) {
        return note(state, id).sides().get(side).agent();
    }

    private static boolean isIn(ConflictNote note, AgentId agent) {
        return note.sides().stream().anyMatch(side -> side.agent().equals(agent));
    }

    private static Stream<String> handOff(CoordinationEvent.OfHandOff event, CoordinationState state, AgentId agent) {
        return switch (event) {
            case CoordinationEvent.HandOffOffered(var note) ->
                note.from().equals(agent) ? Stream.of("offered " + note.id() + " to " + note.to()) : Stream.empty();
            case CoordinationEvent.HandOffAccepted(var id, var _) -> answered(state, id, agent, "accepted " + id);
            case CoordinationEvent.HandOffRejected(var id, var reason) ->
                answered(state, id, agent, "rejected " + id + " (" + reason + ")");
        };
    }

    private static Stream<String> answered(CoordinationState state, HandOffId id, AgentId agent, String words) {
        var note = Objects.requireNonNull(state.handOffs().get(id)).note();
        return note.to().equals(agent) ? Stream.of(words) : Stream.empty();
    }
}
