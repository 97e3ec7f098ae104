package muster.plan;

import java.util.List;

/// How agents work together.
///
/// @param waitsFor what other teams must hand over, in words
public record Coordination(
        List<Gate> gates,
        List<HandOff> handOffs,
        List<Meeting> meetings,
        List<ConflictRule> conflicts,
        List<Escalation> escalations,
        List<String> waitsFor) {
    public static final Coordination NONE =
            new Coordination(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Coordination {
        gates = List.copyOf(gates);
        handOffs = List.copyOf(handOffs);
        meetings = List.copyOf(meetings);
        conflicts = List.copyOf(conflicts);
        escalations = List.copyOf(escalations);
        waitsFor = List.copyOf(waitsFor);
    }
}
