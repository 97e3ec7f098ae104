package muster.coordination;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.plan.GateId;
import muster.run.BudgetClock;
import muster.run.ClaimCommand;
import muster.run.Command;
import muster.run.GateCondition;
import muster.run.GateState;
import org.jspecify.annotations.Nullable;

/// What follows from clocks, and when the next one does.
public final class Clocks {
    private Clocks() {}

    /// When something follows next if nobody says anything until then; null if nothing does. What follows already is
    /// not among it.
    public static @Nullable Instant next(CoordinationState state, Instant now) {
        var known = new ArrayList<@Nullable Instant>();
        known.add(state.run().claims().nextLoss());
        known.add(BudgetClock.next(state.run(), now));
        state.charter().gates().forEach(gate -> known.add(timer(state, gate)));
        state.conflicts().values().forEach(conflict -> known.add(next(conflict)));
        OpenMatter.of(state).forEach(matter -> chases(state, matter, known));
        Instant next = null;
        for (var each : known) {
            if (each != null && each.isAfter(now) && (next == null || each.isBefore(next))) {
                next = each;
            }
        }
        return next;
    }

    /// What follows first by now; nothing if nothing does. What it leads to may lead to more.
    static Ruling.Granted due(CoordinationState state, Instant now) {
        var timer = timersEnded(state, now);
        if (!timer.isEmpty()) {
            return new Ruling.Granted(timer);
        }
        for (var conflict : state.conflicts().values()) {
            var follows = Stream.of(Deciding.due(state, conflict, now), TurnRules.due(state, conflict, now))
                    .filter(each -> !each.isEmpty())
                    .findFirst();
            if (follows.isPresent()) {
                return follows.get();
            }
        }
        var detected = TurnRules.detected(state, now);
        return detected.isEmpty() ? new Ruling.Granted(chased(state, now)) : detected;
    }

    /// Claims of dead agents are taken away with everything else that is due, and budgets say how far they went.
    static List<Command> expired(CoordinationState state, Instant now) {
        var loss = state.run().claims().nextLoss();
        var lost = loss != null && !now.isBefore(loss);
        return lost || BudgetClock.isDue(state.run(), now) ? List.of(new ClaimCommand.Expire()) : List.of();
    }

    private static List<CoordinationEvent> timersEnded(CoordinationState state, Instant now) {
        return state.charter().gates().stream()
                .filter(gate -> Stream.ofNullable(timer(state, gate)).anyMatch(end -> !now.isBefore(end)))
                .<CoordinationEvent>map(gate -> new GateEvent.TimerEnded(gate.gate()))
                .toList();
    }

    /// When the timer of an open gate ends; null if it has none, or it ended.
    private static @Nullable Instant timer(CoordinationState state, GateRule gate) {
        var delay = gate.terms().awaited().delay();
        var opened = state.gate(gate.gate()).opened();
        return delay == null || opened == null || !waits(state, gate.gate()) ? null : opened.plus(delay);
    }

    private static boolean waits(CoordinationState state, GateId gate) {
        return state.run().gates().get(gate) instanceof GateState.Open
                && !state.gate(gate).met().contains(GateCondition.TIMER);
    }

    private static @Nullable Instant next(Conflict conflict) {
        if (conflict.settled() != null || conflict.decision() != null) {
            return null;
        }
        return switch (conflict.course()) {
            case Conflict.Analysis _ -> null;
            case Conflict.Turns turn -> turn.until();
            case Conflict.Trial trial -> trial.reviewTold() == null ? trial.reviewAt() : null;
        };
    }

    private static List<CoordinationEvent> chased(CoordinationState state, Instant now) {
        var events = new ArrayList<CoordinationEvent>();
        for (var matter : OpenMatter.of(state)) {
            var done = state.chase(matter.id());
            var waited = Duration.between(matter.since(), now);
            var times = reminders(matter, waited);
            if (times > done.reminders()) {
                events.add(new ClockEvent.Reminded(matter.id(), matter.whom(), times));
            }
            var levels = (int) matter.pace().levels().stream()
                    .filter(level -> level.compareTo(waited) <= 0)
                    .count();
            for (var level = done.level() + 1; level <= levels; level++) {
                var to = matter.path().get(Math.min(level, matter.path().size()) - 1);
                events.add(new ClockEvent.Escalated(matter.id(), level, to));
            }
        }
        return events;
    }

    private static int reminders(OpenMatter matter, Duration waited) {
        var every = matter.pace().every();
        return every.isZero() || matter.whom().isEmpty() ? 0 : Math.toIntExact(waited.dividedBy(every));
    }

    private static void chases(CoordinationState state, OpenMatter matter, List<@Nullable Instant> known) {
        var done = state.chase(matter.id());
        var every = matter.pace().every();
        var levels = matter.pace().levels();
        if (!every.isZero() && !matter.whom().isEmpty()) {
            known.add(matter.since().plus(every.multipliedBy(done.reminders() + 1L)));
        }
        if (done.level() < levels.size()) {
            known.add(matter.since().plus(levels.get(done.level())));
        }
    }
}
