package muster.coordination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.ConflictRule;
import muster.plan.Escalation;
import muster.plan.GateId;
import muster.plan.HandOff;
import muster.plan.ItemId;
import muster.plan.Meeting;

/// What differs between a team's charter and another, and what that means for what is open, one sentence each.
public final class CharterChanges {
    private final CoordinationState state;
    private final Charter next;
    private final List<String> changes = new ArrayList<>();

    private CharterChanges(CoordinationState state, Charter next) {
        this.state = state;
        this.next = next;
    }

    /// From the team's charter to the next; agents that come or go are told by the run.
    public static List<String> between(CoordinationState state, Charter next) {
        var changes = new CharterChanges(state, next);
        changes.tell();
        return List.copyOf(changes.changes);
    }

    private void tell() {
        var before = state.charter();
        add("hand-off", by(before.handOffs(), HandOff::id), by(next.handOffs(), HandOff::id), this::offered);
        add("rule of gate", by(before.gates(), GateRule::gate), by(next.gates(), GateRule::gate), this::conditions);
        add("meeting", by(before.meetings(), Meeting::id), by(next.meetings(), Meeting::id), _ -> "");
        add(
                "conflict rule",
                by(before.conflicts(), ConflictRule::kind),
                by(next.conflicts(), ConflictRule::kind),
                this::fought);
        add("escalation", by(before.escalations(), Escalation::id), by(next.escalations(), Escalation::id), _ -> "");
        add("delivery", by(before.waitsFor(), Function.identity()), by(next.waitsFor(), Function.identity()), _ -> "");
        if (!before.lengths().equals(next.lengths())) {
            changes.add("working times of tasks are others");
        }
    }

    private String offered(Object id) {
        var note = id instanceof ItemId declared ? HandOffRules.offered(state, declared) : null;
        return note == null ? "" : "; " + note.id() + " stays offered for it";
    }

    private String conditions(Object id) {
        if (!(id instanceof GateId gate)) {
            return "";
        }
        if (!GateRules.isUnsettled(state, gate)) {
            return ", though the gate is settled";
        }
        var met = state.gate(gate).met();
        return met.isEmpty()
                ? ""
                : "; what held there so far has to hold anew: "
                        + met.stream()
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "));
    }

    private String fought(Object kind) {
        var open = state.conflicts().values().stream()
                .filter(conflict ->
                        conflict.settled() == null && conflict.note().kind().equals(kind))
                .map(conflict -> conflict.id().toString())
                .toList();
        return open.isEmpty() ? "" : "; " + String.join(", ", open) + " goes on by it";
    }

    private static <T> Map<Object, T> by(List<T> all, Function<T, ?> id) {
        var byId = new LinkedHashMap<Object, T>();
        all.forEach(each -> byId.put(id.apply(each), each));
        return byId;
    }

    private <T> void add(String kind, Map<Object, T> before, Map<Object, T> after, Function<Object, String> open) {
        Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .forEach(id -> {
                    var was = before.get(id);
                    var is = after.get(id);
                    if (was == null) {
                        changes.add(kind + " " + name(id) + " is new");
                    } else if (is == null) {
                        changes.add(kind + " " + name(id) + " is taken out");
                    } else if (!was.equals(is)) {
                        changes.add(kind + " " + name(id) + " is another" + open.apply(id));
                    }
                });
    }

    private static String name(Object id) {
        return id.toString().toLowerCase(Locale.ROOT);
    }
}
