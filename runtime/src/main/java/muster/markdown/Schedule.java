package muster.markdown;

import java.util.List;
import muster.plan.Gate;
import muster.plan.HandOff;
import muster.plan.Phase;

/// What a document says of work and its order.
///
/// @param boxes how many of the tasks have a box to tick
/// @param results lines that name a deliverable
record Schedule(List<Phase> phases, List<Gate> gates, List<HandOff> handOffs, int boxes, List<Work> results) {
    Schedule {
        phases = List.copyOf(phases);
        gates = List.copyOf(gates);
        handOffs = List.copyOf(handOffs);
        results = List.copyOf(results);
    }
}
