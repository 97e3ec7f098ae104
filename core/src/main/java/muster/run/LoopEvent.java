package muster.run;

import java.util.List;
import muster.plan.PhaseId;

/// What happened to the rounds of a loop.
public sealed interface LoopEvent extends Event.OfTheme {
    /// The loop.
    PhaseId loop();

    /// All its steps are settled.
    ///
    /// @param standing how it goes on; under way if there is another round
    /// @param changed outputs and deliverables that differ from the round before, as `STEP: NAME`
    record RoundEnded(PhaseId loop, int round, LoopState.Standing standing, List<String> changed) implements LoopEvent {
        public RoundEnded {
            changed = List.copyOf(changed);
        }
    }

    /// Its steps wait to be done again; what they provided does not hold any more.
    record RoundBegan(PhaseId loop, int round) implements LoopEvent {}
}
