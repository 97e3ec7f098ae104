package muster.wiring;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import muster.coordination.Blocker;
import muster.coordination.BlockerCommand;
import muster.coordination.BlockerNote;
import muster.coordination.Charter;
import muster.coordination.Conflict;
import muster.coordination.ConflictCommand;
import muster.coordination.ConflictNote;
import muster.coordination.ConflictNote.Side;
import muster.coordination.CoordinationCommand;
import muster.coordination.Yardstick;
import muster.coordination.Yardstick.Better;
import muster.engines.JournaledTeam;
import muster.plan.AgentId;
import muster.plan.ConflictKind;
import muster.plan.Severity;
import muster.run.Step;
import muster.run.StepState;
import org.jspecify.annotations.Nullable;

/// What goes wrong in a rehearsal: one conflict of each kind and a blocker, on these workdays, over tasks drawn
/// by a seed; and how the team puts it right by the protocols.
final class Incidents {
    private static final int RESOURCE_DAY = 2;
    private static final int PRIORITY_DAY = 5;
    private static final int BLOCKER_DAY = 7;
    private static final int TECHNICAL_DAY = 8;
    private static final String TIME = "build time";

    private final JournaledTeam team;
    private final Random random;
    private int day;

    Incidents(JournaledTeam team, long seed) {
        this.team = team;
        this.random = new Random(seed);
    }

    void happen(Instant now, int today) {
        if (today > day && WorkDays.isOpen(now)) {
            day = today;
            switch (today) {
                case RESOURCE_DAY -> fight(ConflictKind.RESOURCE, "the runner");
                case PRIORITY_DAY -> fight(ConflictKind.PRIORITY, "who goes first");
                case BLOCKER_DAY -> block();
                case TECHNICAL_DAY -> fight(ConflictKind.TECHNICAL, "how to cache");
                default -> {}
            }
        }
        List.copyOf(team.state().blockers().values()).forEach(blocker -> resolve(blocker, now));
        List.copyOf(team.state().conflicts().values()).forEach(conflict -> settle(conflict, now));
    }

    /// Steps that did not end, in an order that the seed decides.
    private List<Step> open() {
        var open = new ArrayList<>(team.state().run().plan().steps().stream()
                .filter(step -> !step.owners().isEmpty())
                .filter(step -> team.state().run().step(step.id()) instanceof StepState.Ready
                        || team.state().run().step(step.id()) instanceof StepState.Running)
                .toList());
        Collections.shuffle(open, random);
        return open;
    }

    private void block() {
        var open = open();
        if (!open.isEmpty()) {
            var step = open.getFirst();
            var note = new BlockerNote(
                    Severity.P1, "something is missing", List.of(step.id()), "it cannot begin", "1 day", "", "", "");
            tell(new BlockerCommand.Raise(note, step.owners().getFirst()), "block");
        }
    }

    private void resolve(Blocker blocker, Instant now) {
        if (blocker.settled() == null && !now.isBefore(blocker.raised().plus(Duration.ofDays(1)))) {
            tell(new BlockerCommand.Resolve(blocker.id(), blocker.by(), "it is there now"), "resolve");
        }
    }

    private void fight(ConflictKind kind, String about) {
        var open = open();
        if (open.isEmpty()) {
            return;
        }
        var one = open.getFirst();
        open.stream()
                .filter(other -> !other.owners().getFirst().equals(one.owners().getFirst()))
                .findFirst()
                .ifPresent(other -> fight(kind, about, one, other));
    }

    private void fight(ConflictKind kind, String about, Step one, Step other) {
        if (kind == ConflictKind.PRIORITY) {
            tell(new ConflictCommand.Rank(one.id(), other.id(), owner(one)), "rank");
            tell(new ConflictCommand.Rank(other.id(), one.id(), owner(other)), "rank");
            return;
        }
        var sides =
                List.of(new Side(owner(one), one.id(), "variant-a"), new Side(owner(other), other.id(), "variant-b"));
        var yardsticks = List.of(new Yardstick(TIME, Better.LOWER));
        tell(new ConflictCommand.Raise(new ConflictNote(kind, about, sides, yardsticks, owner(one))), "raise");
    }

    /// Sides give data each day; whoever is no side decides priorities at once, what escalated, and reviews that are
    /// due.
    private void settle(Conflict conflict, Instant now) {
        if (conflict.settled() != null || conflict.decision() != null) {
            return;
        }
        switch (conflict.course()) {
            case Conflict.Analysis _ -> decide(conflict, null);
            case Conflict.Turns _ -> {
                if (team.state().chase(conflict.id().toString()).level() > 0) {
                    decide(conflict, 0);
                }
            }
            case Conflict.Trial trial -> tryOut(conflict, trial, now);
        }
    }

    private void tryOut(Conflict conflict, Conflict.Trial trial, Instant now) {
        var begun = trial.begun();
        var since = begun == null ? Instant.MIN : begun;
        for (var side = 0; side < conflict.note().sides().size(); side++) {
            var number = side;
            if (trial.data().stream()
                            .noneMatch(
                                    each -> each.side() == number && each.at().isAfter(since))
                    && (begun == null || now.isAfter(begun))) {
                give(conflict, side);
            }
        }
        if (trial.reviewTold() != null) {
            decide(conflict, null);
        }
    }

    private void give(Conflict conflict, int side) {
        var values = new TreeMap<String, BigDecimal>();
        values.put(TIME, BigDecimal.valueOf(60 + side * 5L + random.nextInt(3)));
        var by = conflict.note().sides().get(side).agent();
        tell(new ConflictCommand.Give(conflict.id(), by, values), "give");
    }

    private void decide(Conflict conflict, @Nullable Integer side) {
        var sides = conflict.note().sides().stream().map(Side::agent).toList();
        team.state().charter().members().stream()
                .map(Charter.Member::id)
                .filter(member -> !sides.contains(member))
                .reduce((_, last) -> last)
                .ifPresent(by ->
                        tell(new ConflictCommand.Decide(conflict.id(), by, side, "as the figures say"), "decide"));
    }

    private static AgentId owner(Step step) {
        return step.owners().getFirst();
    }

    private void tell(CoordinationCommand command, String what) {
        team.tell(command, "rehearsal/" + what + "/" + team.state().run().version());
    }
}
