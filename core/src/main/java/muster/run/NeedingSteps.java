package muster.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import muster.plan.TaskId;

/// Which steps need which, by their places in the plan, in compressed sparse rows: a large plan has too many for a set
/// each.
final class NeedingSteps {
    private final int[] end;
    private final int[] needing;

    /// @throws IllegalArgumentException if a step needs one that is not there
    NeedingSteps(List<Step> steps, Map<TaskId, Integer> places) {
        int[] needed = needed(steps, places);
        end = new int[steps.size() + 1];
        for (int need : needed) {
            end[need + 1]++;
        }
        for (int step = 0; step < steps.size(); step++) {
            end[step + 1] += end[step];
        }
        int[] next = end.clone();
        needing = new int[needed.length];
        int edge = 0;
        for (int step = 0; step < steps.size(); step++) {
            for (int last = edge + steps.get(step).needs().size(); edge < last; edge++) {
                needing[next[needed[edge]]++] = step;
            }
        }
    }

    /// The places of all needs, step by step.
    private static int[] needed(List<Step> steps, Map<TaskId, Integer> places) {
        int[] needed =
                new int[steps.stream().mapToInt(step -> step.needs().size()).sum()];
        int edge = 0;
        for (var step : steps) {
            for (var need : step.needs()) {
                needed[edge++] = place(step, need, places);
            }
        }
        return needed;
    }

    private static int place(Step step, TaskId need, Map<TaskId, Integer> places) {
        var place = places.get(need);
        if (place == null) {
            throw RunPlan.unknown(step.id(), need);
        }
        return place;
    }

    /// The places of the steps that need the one at a place, in order.
    IntStream of(int place) {
        return Arrays.stream(needing, end[place], end[place + 1]);
    }
}
