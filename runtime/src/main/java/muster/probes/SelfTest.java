package muster.probes;

import muster.run.ActionResult;

/// Tries a pack's action out on material of its own: makes it, acts on it, checks it and removes it. It changes nothing
/// that was there before.
@FunctionalInterface
public interface SelfTest {
    /// How the trial ended; the outputs of a success become attributes of the evidence.
    ActionResult run() throws InterruptedException;
}
