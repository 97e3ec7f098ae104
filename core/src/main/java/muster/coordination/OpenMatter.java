package muster.coordination;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.ConflictKind;
import muster.plan.GateId;
import muster.run.Conditions;
import muster.run.GateState;
import muster.run.RunGate;

/// Something that waits for somebody, with its clocks.
///
/// @param id as in [ClockEvent#matter]
/// @param what it is, in words
/// @param whom it waits for; empty if for nobody in particular
/// @param path to whom it goes, the first first; the last one again and again
public record OpenMatter(String id, String what, Instant since, List<AgentId> whom, Pace pace, List<String> path) {
    /// Who is told if a plan names nobody.
    public static final String EVERYBODY = "everybody";

    public OpenMatter {
        whom = List.copyOf(whom);
        path = List.copyOf(path);
    }

    /// All that is open.
    public static List<OpenMatter> of(CoordinationState state) {
        var open = new ArrayList<OpenMatter>();
        for (var gate : state.run().plan().gates()) {
            if (Conditions.waits(state.run(), gate)) {
                open.add(gate(state, gate));
            }
        }
        for (var handOff : state.handOffs().values()) {
            if (handOff instanceof HandOffState.Offered) {
                open.add(handOff(state, handOff));
            }
        }
        for (var blocker : state.blockers().values()) {
            if (blocker.settled() == null) {
                open.add(blocker(state, blocker));
            }
        }
        for (var conflict : state.conflicts().values()) {
            if (conflict.settled() == null) {
                open.add(conflict(state, conflict));
            }
        }
        return open;
    }

    /// How a gate is named among matters.
    public static String name(GateId gate) {
        return gate.amongTasks().value();
    }

    private static OpenMatter gate(CoordinationState state, RunGate gate) {
        var reminders = state.charter().terms(gate.id()).reminders();
        var lacking = state.run().gate(gate.id()) instanceof GateState.Open(var by) && by.size() < gate.quorum();
        var voters = lacking
                ? GateRules.open(state, gate.id()).stream()
                        .map(seat -> GateRules.voter(state, gate.id(), seat))
                        .distinct()
                        .toList()
                : List.<AgentId>of();
        var conditions = gate.requires().stream()
                .filter(fact -> !state.run().facts().contains(fact))
                .map(Object::toString)
                .toList();
        var what = gate.title() + (conditions.isEmpty() ? "" : " (not yet: " + String.join(", ", conditions) + ")");
        var to = reminders.to();
        return new OpenMatter(
                name(gate.id()),
                what,
                Objects.requireNonNullElse(state.gate(gate.id()).opened(), Instant.EPOCH),
                voters,
                Pace.of(reminders),
                to == null ? path(state) : List.of(state.charter().name(to)));
    }

    private static OpenMatter handOff(CoordinationState state, HandOffState handOff) {
        var note = handOff.note();
        return new OpenMatter(
                note.id().toString(),
                "offered by " + note.from() + " and not answered",
                handOff.offered(),
                List.of(note.to()),
                Pace.USUAL,
                path(state));
    }

    private static OpenMatter blocker(CoordinationState state, Blocker blocker) {
        var owners = blocker.note().tasks().stream().flatMap(task -> state.run().plan().step(task).owners().stream());
        return new OpenMatter(
                blocker.id().toString(),
                blocker.note().severity() + " " + blocker.note().title(),
                blocker.raised(),
                Stream.concat(Stream.of(blocker.by()), owners).distinct().toList(),
                Pace.of(blocker.note().severity()),
                path(state));
    }

    private static OpenMatter conflict(CoordinationState state, Conflict conflict) {
        var note = conflict.note();
        var protocol = ConflictProtocol.of(state.charter(), note.kind());
        var reminding = note.kind() == ConflictKind.PRIORITY && conflict.decision() == null;
        return new OpenMatter(
                conflict.id().toString(),
                note.kind().name().toLowerCase(Locale.ROOT) + " conflict over " + note.about(),
                conflict.raised(),
                note.sides().stream().map(ConflictNote.Side::agent).distinct().toList(),
                new Pace(reminding ? Pace.USUAL.every() : Duration.ZERO, levels(conflict, protocol.escalateAfter())),
                path(state));
    }

    /// A decision is what escalation is for; a technical disagreement has a day to be decided once its review is due.
    private static List<Duration> levels(Conflict conflict, Duration after) {
        if (conflict.decision() != null) {
            return List.of();
        }
        return switch (conflict.course()) {
            case Conflict.Analysis _, Conflict.Turns _ -> List.of(after);
            case Conflict.Trial(var _, var _, var _, var told) ->
                told == null
                        ? List.of()
                        : List.of(Duration.between(conflict.raised(), told).plus(after));
        };
    }

    private static List<String> path(CoordinationState state) {
        var path = state.charter().path();
        return path.isEmpty() ? List.of(EVERYBODY) : path;
    }
}
