package muster.engines;

import java.util.SortedMap;
import muster.run.Step;

/// Does manual steps in a demonstration. The journal says that the hands were simulated.
@FunctionalInterface
public interface SimulatedHands {
    /// The outputs of the step, done at once.
    SortedMap<String, String> complete(Step step);
}
