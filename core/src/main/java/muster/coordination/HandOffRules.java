package muster.coordination;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.HandOff;
import muster.plan.ItemId;
import muster.plan.TaskId;
import muster.run.GateState;
import muster.run.RunGate;
import muster.run.RunState;
import muster.run.StepState;
import muster.run.TeamFacts;
import org.jspecify.annotations.Nullable;

/// How work is passed on: offered with its proofs, then taken or sent back by the one it is offered to. What the plan
/// lets begin only after a hand-off waits for the fact [TeamFacts#accepted].
public final class HandOffRules {
    private HandOffRules() {}

    /// The id that the agent's next offer gets.
    public static HandOffId next(CoordinationState state, AgentId by, Instant now) {
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        var last = state.handOffs().keySet().stream()
                .filter(id -> id.date().equals(today) && id.agent().equals(HandOffId.code(by)))
                .mapToInt(HandOffId::sequence)
                .max();
        return HandOffId.of(today, by, last.orElse(0) + 1);
    }

    /// The hand-offs of the plan that nobody accepted yet.
    public static List<HandOff> owed(CoordinationState state) {
        return state.charter().handOffs().stream()
                .filter(declared -> !state.run().facts().contains(TeamFacts.accepted(declared.id())))
                .toList();
    }

    /// What is offered for a hand-off of the plan and not answered; null if nothing is.
    public static @Nullable HandOffNote offered(CoordinationState state, ItemId declared) {
        return state.handOffs().values().stream()
                .filter(HandOffState.Offered.class::isInstance)
                .map(HandOffState::note)
                .filter(note -> declared.equals(note.fulfils()))
                .findFirst()
                .orElse(null);
    }

    static Ruling decide(CoordinationState state, CoordinationCommand.OfHandOff command, Instant now) {
        return switch (command) {
            case CoordinationCommand.Offer(var note, var by) -> offer(state, note, by, now);
            case CoordinationCommand.Accept accept -> accept(state, accept);
            case CoordinationCommand.SendBack(var id, var by, var reason) -> sendBack(state, id, by, reason);
        };
    }

    static void apply(SortedMap<HandOffId, HandOffState> all, CoordinationEvent.OfHandOff event, Instant at) {
        switch (event) {
            case CoordinationEvent.HandOffOffered(var note) -> all.put(note.id(), new HandOffState.Offered(note, at));
            case CoordinationEvent.HandOffAccepted(var id, var receipt) -> {
                var was = Objects.requireNonNull(all.get(id));
                all.put(id, new HandOffState.Accepted(was.note(), was.offered(), at, receipt));
            }
            case CoordinationEvent.HandOffRejected(var id, var reason) -> {
                var was = Objects.requireNonNull(all.get(id));
                all.put(id, new HandOffState.Rejected(was.note(), was.offered(), at, reason));
            }
        }
    }

    private static Ruling offer(CoordinationState state, HandOffNote note, AgentId by, Instant now) {
        var candidates = candidates(state, note);
        var meant = candidates.size() == 1 ? candidates.getFirst() : null;
        return Stream.of(
                        formal(state, note, by, now),
                        proofs(note),
                        target(note, candidates),
                        notDone(state, meant),
                        waiting(state, meant))
                .filter(why -> !why.isEmpty())
                .findFirst()
                .<Ruling>map(Ruling.Denied::new)
                .orElseGet(() -> new Ruling.Granted(
                        new CoordinationEvent.HandOffOffered(note.fulfilling(meant == null ? null : meant.id()))));
    }

    private static String formal(CoordinationState state, HandOffNote note, AgentId by, Instant now) {
        if (!note.from().equals(by)) {
            return by + " cannot offer what " + note.from() + " passes on";
        }
        if (note.to().equals(by)) {
            return "nobody passes work on to themselves";
        }
        var next = next(state, by, now);
        return note.id().equals(next) ? "" : "its id must be " + next + ", got " + note.id();
    }

    private static String proofs(HandOffNote note) {
        if (note.deliverables().isEmpty()) {
            return "nothing is delivered";
        }
        if (note.checks().isEmpty()) {
            return "no check was run on what is delivered";
        }
        return note.checks().stream()
                .filter(check -> check.status() == CheckStatus.NOT_RUN)
                .map(check -> "check '" + check.name() + "' was not run")
                .findFirst()
                .orElse("");
    }

    private static List<HandOff> candidates(CoordinationState state, HandOffNote note) {
        return owed(state).stream()
                .filter(declared -> declared.from().equals(note.from())
                        && declared.to().equals(note.to())
                        && (note.fulfils() == null || note.fulfils().equals(declared.id())))
                .toList();
    }

    private static String target(HandOffNote note, List<HandOff> candidates) {
        if (candidates.isEmpty()) {
            return note.fulfils() == null
                    ? ""
                    : "no hand-off " + note.fulfils() + " is owed by " + note.from() + " to " + note.to();
        }
        return candidates.size() == 1
                ? ""
                : "it may be any of " + candidates.stream().map(HandOff::id).toList() + "; say which it fulfils";
    }

    private static String notDone(CoordinationState state, @Nullable HandOff declared) {
        var after = declared == null ? null : declared.after();
        return after == null || isDone(state.run(), after) ? "" : after + " is not done";
    }

    /// A task that is a plan is done when all of that is.
    private static boolean isDone(RunState run, TaskId task) {
        var step = run.steps().get(task);
        var part = run.gates().get(RunGate.within(task));
        return (step == null || step instanceof StepState.Done) && (part == null || part instanceof GateState.Passed);
    }

    private static String waiting(CoordinationState state, @Nullable HandOff declared) {
        var offered = declared == null ? null : offered(state, declared.id());
        return offered == null ? "" : offered.id() + " is offered for it and not answered";
    }

    private static Ruling accept(CoordinationState state, CoordinationCommand.Accept command) {
        var handOff = state.handOffs().get(command.id());
        var why = obstacle(handOff, command.id(), command.by());
        if (handOff == null || !why.isEmpty()) {
            return new Ruling.Denied(why);
        }
        var fault = fault(handOff.note(), command.found());
        if (!fault.isEmpty()) {
            return new Ruling.Denied(fault);
        }
        return new Ruling.Granted(
                new CoordinationEvent.HandOffAccepted(command.id(), receipt(handOff.note(), command.found())));
    }

    private static Ruling sendBack(CoordinationState state, HandOffId id, AgentId by, String reason) {
        var why = reason.isBlank()
                ? "a rejection needs a reason"
                : obstacle(state.handOffs().get(id), id, by);
        return why.isEmpty()
                ? new Ruling.Granted(new CoordinationEvent.HandOffRejected(id, reason))
                : new Ruling.Denied(why);
    }

    private static String obstacle(@Nullable HandOffState handOff, HandOffId id, AgentId by) {
        return switch (handOff) {
            case null -> "there is no hand-off " + id;
            case HandOffState.Accepted _ -> id + " was accepted before";
            case HandOffState.Rejected _ -> id + " was rejected before";
            case HandOffState.Offered(var note, var _) ->
                note.to().equals(by) ? "" : id + " is offered to " + note.to() + ", not to " + by;
        };
    }

    private static String fault(HandOffNote note, Map<String, String> found) {
        var failed = note.checks().stream()
                .filter(check -> check.status() != CheckStatus.PASSED)
                .map(check -> "check '" + check.name() + "' did not pass; reject it with the reason");
        var changed = note.deliverables().stream()
                .filter(each -> each.sha256() != null && !each.sha256().equals(found.get(each.what())))
                .map(each -> each.what() + (found.containsKey(each.what()) ? " is not what was offered" : " is gone"));
        return Stream.concat(failed, changed).findFirst().orElse("");
    }

    private static SortedMap<String, String> receipt(HandOffNote note, Map<String, String> found) {
        var receipt = new TreeMap<String, String>();
        note.deliverables().stream()
                .filter(each -> each.sha256() != null)
                .forEach(each -> receipt.put(each.what(), Objects.requireNonNull(found.get(each.what()))));
        return receipt;
    }
}
