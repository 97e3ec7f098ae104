package muster.coordination;

import java.time.Instant;

/// The rules of a team as a function of what the journal tells. Given the same arguments it always answers the same.
public final class CoordinationRules {
    private CoordinationRules() {}

    /// What a command leads to at an instant.
    public static Ruling decide(CoordinationState state, CoordinationCommand command, Instant now) {
        return switch (command) {
            case CoordinationCommand.Agree(var charter) -> agree(state, charter);
            case CoordinationCommand.OfHandOff handOff -> HandOffRules.decide(state, handOff, now);
        };
    }

    private static Ruling agree(CoordinationState state, Charter charter) {
        return charter.equals(state.charter())
                ? new Ruling.Denied("the team works by this charter already")
                : new Ruling.Granted(new CoordinationEvent.Agreed(charter));
    }
}
