package muster.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.ConflictKind;
import muster.plan.Rotation;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.Step;
import muster.run.WriteSets;
import org.jspecify.annotations.Nullable;

/// Whose turn it is at a contested resource.
final class TurnRules {
    private TurnRules() {}

    /// When a turn ends that begins now: after the time-box, or with the day if the resource rotates daily.
    static Instant until(CoordinationState state, Instant now) {
        var protocol = protocol(state);
        var boxed = now.plus(protocol.timeBox());
        var midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        return protocol.rotation() == Rotation.DAILY && midnight.isBefore(boxed) ? midnight : boxed;
    }

    /// What follows by now for a conflict whose turn is over or not needed any more; nothing else follows from it.
    static Ruling.Granted due(CoordinationState state, Conflict conflict, Instant now) {
        if (conflict.settled() != null || !(conflict.course() instanceof Conflict.Turns turn)) {
            return new Ruling.Granted();
        }
        var left = IntStream.range(0, conflict.note().sides().size())
                .filter(side -> open(state, conflict, side))
                .boxed()
                .toList();
        if (left.size() < 2) {
            var how = left.isEmpty()
                    ? "the tasks of all sides are done"
                    : "only " + conflict.note().sides().get(left.getFirst()).task() + " is left";
            return new Ruling.Granted(new ConflictEvent.ConflictResolved(conflict.id(), CoordinationRules.SYSTEM, how));
        }
        var over = !now.isBefore(turn.until()) || !left.contains(turn.side());
        return over && conflict.decision() == null ? next(state, conflict, left, now) : new Ruling.Granted();
    }

    private static Ruling.Granted next(CoordinationState state, Conflict conflict, List<Integer> left, Instant now) {
        var turn = (Conflict.Turns) conflict.course();
        var order = order(state, conflict, now);
        var from = day(turn.since()).equals(day(now)) ? order.indexOf(turn.side()) + 1 : 0;
        var side = IntStream.range(0, order.size())
                .map(step -> order.get((from + step) % order.size()))
                .filter(left::contains)
                .findFirst()
                .orElseThrow();
        return new Ruling.Granted(
                List.of(new ConflictEvent.TurnGiven(conflict.id(), side, until(state, now))),
                side == turn.side() ? List.of() : lost(state, conflict, turn.side()));
    }

    /// The order of a day: each day of UTC another side comes first.
    private static List<Integer> order(CoordinationState state, Conflict conflict, Instant now) {
        var count = conflict.note().sides().size();
        var days = ChronoUnit.DAYS.between(day(conflict.raised()), day(now));
        var first = protocol(state).rotation() == Rotation.DAILY ? Math.floorMod(days, count) : 0;
        return IntStream.range(0, count)
                .mapToObj(side -> (first + side) % count)
                .toList();
    }

    /// A claim that outlasts its turn is taken away.
    private static List<Command> lost(CoordinationState state, Conflict conflict, int side) {
        var task = conflict.note().sides().get(side).task();
        var hold = task == null ? null : state.run().claims().hold(task);
        return hold == null || task == null
                ? List.of()
                : List.of(new Command.Lose(
                        task,
                        hold.fence(),
                        "the turn of " + hold.by() + " at " + conflict.note().about() + " ended"));
    }

    private static boolean open(CoordinationState state, Conflict conflict, int side) {
        var task = conflict.note().sides().get(side).task();
        return task != null && !state.run().step(task).settled();
    }

    /// The claim of another that a step's write-set overlaps; null if there is none.
    static @Nullable TaskId rival(CoordinationState state, Step step) {
        return state.run().claims().holds().entrySet().stream()
                .filter(hold -> !hold.getKey().equals(step.id()))
                .filter(hold ->
                        WriteSets.overlap(step.terms().writes(), hold.getValue().writes()) != null)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /// Conflicts that follow from claims that were refused, where the plan has a rule for them.
    static Ruling.Granted detected(CoordinationState state, Instant now) {
        var ruled = state.charter().conflicts().stream().anyMatch(rule -> rule.kind() == ConflictKind.RESOURCE);
        if (!ruled) {
            return new Ruling.Granted();
        }
        return state.outside().contested().entrySet().stream()
                .filter(pair -> !known(state, pair.getKey(), pair.getValue()))
                .flatMap(pair -> Stream.ofNullable(note(state, pair.getKey(), pair.getValue())))
                .findFirst()
                .map(note -> new Ruling.Granted(ConflictRules.raised(state, note, now)))
                .orElseGet(Ruling.Granted::new);
    }

    private static boolean known(CoordinationState state, TaskId one, TaskId other) {
        var settled = state.run().step(one).settled() || state.run().step(other).settled();
        return settled
                || state.conflicts().values().stream()
                        .filter(conflict -> conflict.settled() == null)
                        .map(conflict -> conflict.note().sides().stream()
                                .map(ConflictNote.Side::task)
                                .filter(Objects::nonNull)
                                .toList())
                        .anyMatch(tasks -> tasks.containsAll(List.of(one, other)));
    }

    private static @Nullable ConflictNote note(CoordinationState state, TaskId refused, TaskId holder) {
        var plan = state.run().plan();
        var about = WriteSets.overlap(
                plan.step(refused).terms().writes(), plan.step(holder).terms().writes());
        var owners = plan.step(refused).owners();
        var hold = state.run().claims().hold(holder);
        if (about == null || owners.isEmpty() || hold == null) {
            return null;
        }
        return new ConflictNote(
                ConflictKind.RESOURCE,
                about,
                List.of(
                        new ConflictNote.Side(hold.by(), holder, ""),
                        new ConflictNote.Side(owners.getFirst(), refused, "")),
                List.of(),
                CoordinationRules.SYSTEM);
    }

    private static ConflictProtocol protocol(CoordinationState state) {
        return ConflictProtocol.of(state.charter(), ConflictKind.RESOURCE);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
