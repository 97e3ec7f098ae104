package muster.storage;

import java.util.SortedMap;
import muster.run.RunState;
import muster.run.Step;
import muster.run.StepState;
import org.jspecify.annotations.Nullable;

/// A step with all that a run knows of it.
///
/// @param touched its number among the steps whose effect may be in the world; 0 if it is none of them
/// @param before digests of its deliverables when it was first claimed
/// @param delivered digests of what its last attempt left behind
record KeptStep(
        Step step,
        StepState state,
        long touched,
        @Nullable String answer,
        @Nullable String returned,
        @Nullable SortedMap<String, String> before,
        @Nullable SortedMap<String, String> delivered) {

    static KeptStep of(RunState run, Step step) {
        var id = step.id();
        return new KeptStep(
                step,
                run.step(id),
                run.touched().places().getOrDefault(id, 0L),
                run.answers().get(id),
                run.claims().returned().get(id),
                run.claims().before().get(id),
                run.claims().delivered().get(id));
    }
}
