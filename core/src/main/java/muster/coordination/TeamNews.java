package muster.coordination;

import java.util.Objects;
import java.util.stream.Stream;
import muster.plan.AgentId;

/// What an event of a team means for one of its members, in words.
final class TeamNews {
    private TeamNews() {}

    static Stream<String> of(CoordinationEvent event, CoordinationState state, AgentId agent) {
        return switch (event) {
            case CoordinationEvent.Agreed _ -> Stream.empty();
            case CoordinationEvent.OfHandOff handOff -> handOff(handOff, state, agent);
        };
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
