package muster.coordination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.plan.AgentId;
import muster.run.Command;

/// The rules of a team as a function of what the journal tells. Given the same arguments it always answers the same.
public final class CoordinationRules {
    /// In whose name the rules themselves speak.
    public static final AgentId SYSTEM = new AgentId("muster");

    private CoordinationRules() {}

    /// What a command leads to at an instant, with all that follows by then.
    public static Ruling decide(CoordinationState state, CoordinationCommand command, Instant now) {
        return switch (direct(state, command, now)) {
            case Ruling.Denied denied -> denied;
            case Ruling.Granted granted -> withConsequences(state, granted, now);
        };
    }

    private static Ruling direct(CoordinationState state, CoordinationCommand command, Instant now) {
        return switch (command) {
            case CoordinationCommand.Due _ -> new Ruling.Granted(List.of(), Clocks.expired(state, now));
            case CoordinationCommand.Agree(var charter) -> CharterRules.agree(state, charter);
            case CoordinationCommand.Revise revise -> CharterRules.revise(state, revise, now);
            case CoordinationCommand.Meet meet -> MeetingRules.hold(state, meet, now);
            case CoordinationCommand.OfHandOff handOff -> HandOffRules.decide(state, handOff, now);
            case GateCommand gate -> GateRules.decide(state, gate);
            case BlockerCommand blocker -> BlockerRules.decide(state, blocker);
            case ConflictCommand conflict -> ConflictRules.decide(state, conflict, now);
        };
    }

    private static Ruling.Granted withConsequences(CoordinationState state, Ruling.Granted own, Instant now) {
        var events = new ArrayList<>(own.events());
        var orders = new ArrayList<Command>(own.orders());
        var current = state.after(own.events(), now);
        for (var more = Clocks.due(current, now); !more.isEmpty(); more = Clocks.due(current, now)) {
            events.addAll(more.events());
            orders.addAll(more.orders());
            current = current.after(more.events(), now);
        }
        orders.addAll(Upheld.orders(current));
        return new Ruling.Granted(events, orders);
    }
}
