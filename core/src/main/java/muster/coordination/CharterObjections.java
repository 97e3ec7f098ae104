package muster.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.HandOff;
import org.jspecify.annotations.Nullable;

/// What is open between people and does not go together with another charter. What the run has begun is the run's own
/// matter.
final class CharterObjections {
    private final CoordinationState state;
    private final Charter next;

    private CharterObjections(CoordinationState state, Charter next) {
        this.state = state;
        this.next = next;
    }

    /// One sentence each; empty if nothing is against it.
    static List<String> to(CoordinationState state, Charter next) {
        var objections = new CharterObjections(state, next);
        var against = new ArrayList<String>();
        state.handOffs().values().forEach(handOff -> against.addAll(objections.handOff(handOff)));
        state.charter().gates().forEach(gate -> against.addAll(objections.votes(gate)));
        return against;
    }

    private List<String> handOff(HandOffState handOff) {
        var note = handOff.note();
        return switch (handOff) {
            case HandOffState.Offered _ -> {
                var against = new ArrayList<String>();
                if (!agreed(note)) {
                    against.add(note.id() + " is offered for hand-off " + note.fulfils()
                            + " and not answered, it cannot be taken out or be between others");
                }
                Stream.of(note.from(), note.to())
                        .filter(this::leaves)
                        .map(agent -> "agent " + agent + " cannot leave, " + note.id() + " is offered and not answered")
                        .forEach(against::add);
                yield against;
            }
            case HandOffState.Accepted _ ->
                agreed(note)
                        ? List.of()
                        : List.of("hand-off " + note.fulfils() + " was accepted as " + note.id()
                                + ", it cannot be taken out or be between others");
            case HandOffState.Rejected _ -> List.of();
        };
    }

    /// True if what the note fulfils stays between the same two, for the same tasks.
    private boolean agreed(HandOffNote note) {
        var before = declared(state.charter(), note);
        var after = declared(next, note);
        return before == null || (after != null && sides(before).equals(sides(after)));
    }

    private static List<Object> sides(HandOff handOff) {
        return Stream.of(handOff.from(), handOff.to(), handOff.after(), handOff.before())
                .map(each -> Objects.requireNonNullElse((Object) each, ""))
                .toList();
    }

    private static @Nullable HandOff declared(Charter charter, HandOffNote note) {
        return charter.handOffs().stream()
                .filter(each -> each.id().equals(note.fulfils()))
                .findFirst()
                .orElse(null);
    }

    private boolean leaves(AgentId agent) {
        return isMember(state.charter(), agent) && !isMember(next, agent);
    }

    private static boolean isMember(Charter charter, AgentId agent) {
        return charter.members().stream().anyMatch(member -> member.id().equals(agent));
    }

    private List<String> votes(GateRule gate) {
        var watch = state.gate(gate.gate());
        var against = new ArrayList<String>();
        if (!watch.votes().isEmpty()
                && !gate.terms().votes().equals(next.terms(gate.gate()).votes())
                && GateRules.isUnsettled(state, gate.gate())) {
            against.add("gate " + gate.gate() + " has votes, whose votes count there cannot change any more");
        }
        watch.delegates().values().stream()
                .filter(agent -> leaves(agent) && GateRules.isUnsettled(state, gate.gate()))
                .map(agent -> "agent " + agent + " cannot leave, it votes at gate " + gate.gate() + " for another")
                .forEach(against::add);
        return against;
    }
}
