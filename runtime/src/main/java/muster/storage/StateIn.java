package muster.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import muster.plan.FactId;
import muster.plan.TaskId;
import muster.run.Claims;
import muster.run.RunId;
import muster.run.RunState;
import muster.run.RunStatus;
import muster.run.Step;
import muster.run.Touched;

/// Reads what [StateOut] wrote.
final class StateIn {
    private final CompactIn in;
    private final StepIn step;

    StateIn(CompactIn in) {
        this.in = in;
        this.step = new StepIn(in);
    }

    /// @param head what is said of the run as a whole
    RunState read(JsonIn head) {
        var whole = head.object("whole");
        var plan = WholeJson.plan(new RunId(head.text("run")), steps(), whole);
        var states = map(step::state);
        var places = map(in::number);
        var touched = new Touched(order(), places);
        var answers = map(in::text);
        var claims = claims(whole);
        return new RunState(
                plan,
                head.constant("status", RunStatus.class),
                head.number("version"),
                head.number("fence"),
                states,
                WholeJson.gates(whole),
                facts(),
                touched,
                answers,
                claims,
                WholeJson.course(whole));
    }

    private List<Step> steps() {
        int count = in.count();
        var steps = new ArrayList<Step>(count);
        for (int left = count; left > 0; left--) {
            steps.add(step.step());
        }
        return steps;
    }

    private Claims claims(JsonIn whole) {
        var returned = map(in::text);
        var before = map(in::texts);
        var delivered = map(in::texts);
        return new Claims(
                WholeJson.holds(whole, "holds"),
                WholeJson.holds(whole, "lapsed"),
                WholeJson.seen(whole),
                before,
                returned,
                delivered,
                WholeJson.counts(whole, "losses"),
                WholeJson.counts(whole, "parts"));
    }

    private <V> SortedMap<TaskId, V> map(Supplier<V> value) {
        int count = in.count();
        var map = new SortedColumns<TaskId, V>(count);
        for (int left = count; left > 0; left--) {
            map.add(step.task(), value.get());
        }
        return map;
    }

    private SortedMap<Long, TaskId> order() {
        int count = in.count();
        var order = new SortedColumns<Long, TaskId>(count);
        for (int left = count; left > 0; left--) {
            order.add(in.number(), step.task());
        }
        return order;
    }

    private SortedSet<FactId> facts() {
        int count = in.count();
        var facts = new SortedColumns<FactId, Boolean>(count);
        for (int left = count; left > 0; left--) {
            facts.add(new FactId(in.text()), true);
        }
        return new TreeMap<>(facts).navigableKeySet();
    }
}
