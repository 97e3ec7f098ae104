package muster.storage;

import java.io.IOException;
import java.util.SortedMap;
import muster.plan.TaskId;
import muster.run.RunState;

/// Writes what a run knows of its steps, and the facts that hold, each map in the order of its keys. [StateIn] reads
/// it.
///
/// @param out what it writes to
record StateOut(CompactOut out) {

    void write(RunState state) throws IOException {
        var steps = new StepOut(out);
        out.number(state.plan().steps().size());
        for (var step : state.plan().steps()) {
            steps.write(step);
        }
        map(state.steps(), steps::write);
        map(state.touched().places(), out::number);
        order(state.touched().order());
        map(state.answers(), out::text);
        map(state.claims().returned(), out::text);
        map(state.claims().before(), out::texts);
        map(state.claims().delivered(), out::texts);
        out.number(state.facts().size());
        for (var fact : state.facts()) {
            out.text(fact.value());
        }
    }

    /// What writes a value.
    private interface Writing<V> {
        void write(V value) throws IOException;
    }

    private <V> void map(SortedMap<TaskId, V> map, Writing<V> value) throws IOException {
        out.number(map.size());
        for (var entry : map.entrySet()) {
            out.shared(entry.getKey().value());
            value.write(entry.getValue());
        }
    }

    private void order(SortedMap<Long, TaskId> order) throws IOException {
        out.number(order.size());
        for (var entry : order.entrySet()) {
            out.number(entry.getKey());
            out.shared(entry.getValue().value());
        }
    }
}
