package muster.plan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /// Without tasks that are gone; a hand-off from or to one of them is gone too.
    Coordination dropping(Set<TaskId> gone) {
        var left = gates.stream().map(gate -> gate.dropping(gone)).toList();
        var passed = handOffs.stream()
                .filter(handOff -> !isGone(handOff.after(), gone) && !isGone(handOff.before(), gone))
                .toList();
        return new Coordination(left, passed, meetings, conflicts, escalations, waitsFor);
    }

    private static boolean isGone(@Nullable TaskId task, Set<TaskId> gone) {
        return task != null && gone.contains(task);
    }
}
