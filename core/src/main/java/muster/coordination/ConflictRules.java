package muster.coordination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.ConflictKind;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// How conflicts are raised, decided and resolved, and what they hold. Source: seed 004, conflict resolution protocol.
final class ConflictRules {
    private ConflictRules() {}

    static Ruling decide(CoordinationState state, ConflictCommand command, Instant now) {
        return switch (command) {
            case ConflictCommand.Raise(var note) -> {
                var why = fault(state, note);
                yield why.isEmpty() ? new Ruling.Granted(raised(state, note, now)) : new Ruling.Denied(why);
            }
            case ConflictCommand.Rank c -> rank(state, c, now);
            case ConflictCommand.Give c -> give(state, c, now);
            case ConflictCommand.Decide c -> Deciding.decide(state, c, now);
            case ConflictCommand.Resolve(var id, var by, var how) -> {
                var why = how.isBlank() ? "how was it resolved?" : closed(state, id);
                yield why.isEmpty()
                        ? new Ruling.Granted(new ConflictEvent.ConflictResolved(id, by, how))
                        : new Ruling.Denied(why);
            }
        };
    }

    /// What is in the journal once a conflict is raised: the first step of its protocol follows at once.
    static List<CoordinationEvent> raised(CoordinationState state, ConflictNote note, Instant now) {
        var id = new MatterId(MatterId.Kind.CONFLICT, state.conflicts().size() + 1);
        var events = new ArrayList<CoordinationEvent>(List.of(new ConflictEvent.ConflictRaised(id, note)));
        switch (note.kind()) {
            case PRIORITY -> {
                var downstream = new Downstream(state);
                events.add(new ConflictEvent.ImpactAnalysed(
                        id, tasks(note).map(downstream::of).toList()));
            }
            case RESOURCE -> events.add(new ConflictEvent.TurnGiven(id, 0, TurnRules.until(state, now)));
            case TECHNICAL -> {}
        }
        return events;
    }

    static SortedMap<MatterId, Conflict> apply(
            SortedMap<MatterId, Conflict> conflicts, ConflictEvent.OfConflict event, Instant at) {
        var changed = new TreeMap<>(conflicts);
        var before = conflicts.get(event.id());
        changed.put(
                event.id(),
                event instanceof ConflictEvent.ConflictRaised(var id, var note)
                        ? new Conflict(id, note, at, course(note.kind()), null, null)
                        : apply(Objects.requireNonNull(before), event, at));
        return changed;
    }

    private static Conflict apply(Conflict was, ConflictEvent.OfConflict event, Instant at) {
        return switch (event) {
            case ConflictEvent.ConflictRaised _, ConflictEvent.DecisionTold _ -> was;
            case ConflictEvent.ImpactAnalysed(var _, var impacts) -> was.on(new Conflict.Analysis(impacts));
            case ConflictEvent.TurnGiven(var _, var side, var until) -> was.on(new Conflict.Turns(side, at, until));
            case ConflictEvent.EvidenceGiven(var _, var side, var values) ->
                was.on(trial(was).with(new Measurement(side, values, at)));
            case ConflictEvent.TrialBegun(var _, var reviewAt) ->
                was.on(new Conflict.Trial(trial(was).data(), at, reviewAt, null));
            case ConflictEvent.ReviewDue _ ->
                was.on(new Conflict.Trial(
                        trial(was).data(), trial(was).begun(), trial(was).reviewAt(), at));
            case ConflictEvent.ConflictDecided(var _, var side, var by, var why) ->
                was.decided(new Decision(side, by, at, why.rationale(), why.basis()));
            case ConflictEvent.ConflictResolved(var _, var by, var how) -> was.settled(new Settled(by, at, how));
        };
    }

    private static Conflict.Course course(ConflictKind kind) {
        return switch (kind) {
            case PRIORITY -> new Conflict.Analysis(List.of());
            case RESOURCE -> new Conflict.Turns(-1, Instant.EPOCH, Instant.EPOCH);
            case TECHNICAL -> Conflict.Trial.NONE;
        };
    }

    static Conflict.Trial trial(Conflict conflict) {
        return conflict.course() instanceof Conflict.Trial trial ? trial : Conflict.Trial.NONE;
    }

    /// Steps that an open conflict keeps from beginning: those of the sides whose way it does not go, or whose
    /// turn it is not.
    static SortedSet<TaskId> held(CoordinationState state) {
        var held = new TreeSet<TaskId>();
        for (var conflict : state.conflicts().values()) {
            var free = free(conflict);
            if (conflict.settled() == null && free != null) {
                var sides = conflict.note().sides();
                IntStream.range(0, sides.size())
                        .filter(side -> side != free)
                        .mapToObj(side -> sides.get(side).task())
                        .filter(Objects::nonNull)
                        .forEach(held::add);
            }
        }
        return held;
    }

    private static @Nullable Integer free(Conflict conflict) {
        if (conflict.decision() != null) {
            return conflict.decision().side();
        }
        return conflict.course() instanceof Conflict.Turns(var side, var _, var _) ? (Integer) side : null;
    }

    private static Ruling rank(CoordinationState state, ConflictCommand.Rank c, Instant now) {
        var unknown = Stream.of(c.first(), c.then())
                .filter(task -> !state.run().steps().containsKey(task))
                .findFirst();
        if (unknown.isPresent() || c.first().equals(c.then())) {
            return new Ruling.Denied(
                    unknown.map(task -> "the run has no step " + task).orElse("a task does not come before itself"));
        }
        var events = new ArrayList<CoordinationEvent>(List.of(new ConflictEvent.Ranked(c.first(), c.then(), c.by())));
        var opposite = Rankings.opposing(state.rankings(), c);
        if (opposite != null) {
            events.addAll(raised(state, opposite, now));
        }
        return new Ruling.Granted(events);
    }

    private static Ruling give(CoordinationState state, ConflictCommand.Give c, Instant now) {
        var why = closed(state, c.id());
        if (!why.isEmpty()) {
            return new Ruling.Denied(why);
        }
        var conflict = Objects.requireNonNull(state.conflicts().get(c.id()));
        var side = side(conflict, c.by());
        var asked = conflict.note().yardsticks().stream().map(Yardstick::metric).toList();
        if (conflict.note().kind() != ConflictKind.TECHNICAL) {
            return new Ruling.Denied(c.id() + " is not decided by metrics");
        }
        if (side < 0) {
            return new Ruling.Denied(c.by() + " is no side of " + c.id());
        }
        if (!c.values().keySet().containsAll(asked)) {
            return new Ruling.Denied("values are needed for " + asked);
        }
        var events =
                new ArrayList<CoordinationEvent>(List.of(new ConflictEvent.EvidenceGiven(c.id(), side, c.values())));
        if (trial(conflict).begun() == null && allButOneGave(conflict, side)) {
            var after =
                    ConflictProtocol.of(state.charter(), ConflictKind.TECHNICAL).reviewAfter();
            events.add(new ConflictEvent.TrialBegun(c.id(), now.plus(after)));
        }
        return new Ruling.Granted(events);
    }

    private static boolean allButOneGave(Conflict conflict, int one) {
        return IntStream.range(0, conflict.note().sides().size())
                .filter(side -> side != one)
                .allMatch(side -> trial(conflict).data().stream().anyMatch(each -> each.side() == side));
    }

    private static int side(Conflict conflict, AgentId agent) {
        var sides = conflict.note().sides();
        return IntStream.range(0, sides.size())
                .filter(side -> sides.get(side).agent().equals(agent))
                .findFirst()
                .orElse(-1);
    }

    static String closed(CoordinationState state, MatterId id) {
        if (!state.conflicts().containsKey(id)) {
            return "there is no conflict " + id;
        }
        var settled = Objects.requireNonNull(state.conflicts().get(id)).settled();
        return settled == null ? "" : id + " was resolved before by " + settled.by();
    }

    private static Stream<TaskId> tasks(ConflictNote note) {
        return note.sides().stream().map(ConflictNote.Side::task).filter(Objects::nonNull);
    }

    private static String fault(CoordinationState state, ConflictNote note) {
        if (note.sides().size() < 2) {
            return "a conflict has at least two sides";
        }
        if (note.about().isBlank()) {
            return "what is the conflict about?";
        }
        var unknown = tasks(note)
                .filter(task -> !state.run().steps().containsKey(task))
                .findFirst();
        if (unknown.isPresent()) {
            return "the run has no step " + unknown.get();
        }
        return switch (note.kind()) {
            case PRIORITY, RESOURCE ->
                tasks(note).distinct().count() == note.sides().size() ? "" : "every side needs a task of its own";
            case TECHNICAL -> technicalFault(note);
        };
    }

    private static String technicalFault(ConflictNote note) {
        if (note.yardsticks().isEmpty()) {
            return "by which metric is it decided?";
        }
        var flags = note.sides().stream().map(ConflictNote.Side::flag).filter(flag -> !flag.isBlank());
        return flags.distinct().count() == note.sides().size()
                ? ""
                : "every side needs a feature flag of its own for the trial";
    }
}
