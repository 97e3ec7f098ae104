package muster.pack;

import muster.run.ActionCall;
import muster.run.ActionResult;

/// An action that a pack adds. It is performed at least once: with the same key it must come to the same end state
/// however often it is called, also after a kill half-way.
@FunctionalInterface
public interface PackAction {
    /// Performs the action; failures of the world are results, not exceptions.
    ActionResult perform(ActionCall call) throws InterruptedException;
}
