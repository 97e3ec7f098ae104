package muster.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.TaskId;
import muster.run.Claims;
import muster.run.Step;
import muster.run.StepState;
import muster.run.Touched;
import org.jspecify.annotations.Nullable;

/// The steps of a snapshot, taken apart into what a run's state is made of.
final class KeptSteps {
    private final List<Step> steps;
    private final SortedMap<TaskId, StepState> states = new TreeMap<>();
    private final SortedMap<Long, TaskId> order = new TreeMap<>();
    private final SortedMap<TaskId, Long> places = new TreeMap<>();
    private final SortedMap<TaskId, String> answers = new TreeMap<>();
    private final SortedMap<TaskId, String> returned = new TreeMap<>();
    private final SortedMap<TaskId, SortedMap<String, String>> before = new TreeMap<>();
    private final SortedMap<TaskId, SortedMap<String, String>> delivered = new TreeMap<>();

    private KeptSteps(int count) {
        steps = new ArrayList<>(count);
    }

    /// Their count, then each.
    static KeptSteps read(CompactIn in) {
        int count = in.count();
        var steps = new KeptSteps(count);
        var each = new KeptStepIn(in);
        for (int left = count; left > 0; left--) {
            steps.add(each.next());
        }
        return steps;
    }

    private void add(KeptStep kept) {
        var id = kept.step().id();
        steps.add(kept.step());
        states.put(id, kept.state());
        if (kept.touched() > 0) {
            order.put(kept.touched(), id);
            places.put(id, kept.touched());
        }
        putIfAny(answers, id, kept.answer());
        putIfAny(returned, id, kept.returned());
        putIfAny(before, id, kept.before());
        putIfAny(delivered, id, kept.delivered());
    }

    private static <V> void putIfAny(SortedMap<TaskId, V> map, TaskId task, @Nullable V value) {
        if (value != null) {
            map.put(task, value);
        }
    }

    List<Step> steps() {
        return steps;
    }

    SortedMap<TaskId, StepState> states() {
        return states;
    }

    Touched touched() {
        return new Touched(order, places);
    }

    SortedMap<TaskId, String> answers() {
        return answers;
    }

    /// @param whole what is said of the run as a whole
    Claims claims(JsonIn whole) {
        return new Claims(
                WholeJson.holds(whole, "holds"),
                WholeJson.holds(whole, "lapsed"),
                WholeJson.seen(whole),
                before,
                returned,
                delivered);
    }
}
