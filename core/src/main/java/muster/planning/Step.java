package muster.planning;

import java.util.List;

/// One action at its place in a plan.
///
/// @param number position in the written order, from 0
/// @param after numbers of the steps that must be finished before, without those that follow from others
public record Step(int number, GroundAction action, List<Integer> after) {
    public Step {
        after = List.copyOf(after);
    }

    /// The same step in a plan in which so many steps come before.
    Step later(int steps) {
        return new Step(
                number + steps, action, after.stream().map(each -> each + steps).toList());
    }
}
