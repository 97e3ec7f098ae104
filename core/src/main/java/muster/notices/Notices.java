package muster.notices;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import muster.coordination.BlockerEvent;
import muster.coordination.ClockEvent;
import muster.coordination.ConflictEvent;
import muster.coordination.ConflictNote;
import muster.coordination.CoordinationEvent;
import muster.coordination.CoordinationState;
import muster.coordination.GateEvent;
import muster.coordination.HandOffId;
import muster.coordination.Happening;
import muster.coordination.OpenMatter;
import muster.notices.Notice.Said;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.run.BudgetEvent;
import muster.run.ClaimEvent;
import muster.run.Event;
import muster.run.LoopEvent;
import muster.run.RevisionEvent;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.SteerEvent;
import org.jspecify.annotations.Nullable;

/// What events mean for people who do not look at the run. A pure function of the journal, so that nothing has to be
/// kept when an event is appended and nothing is lost when a process ends.
///
/// @param team the team as it is now, after the event; asked only if the event concerns somebody
public record Notices(RunId run, Supplier<CoordinationState> team) {

    /// The notice of an event; null if nobody has to know.
    ///
    /// @param version of the run right after the event
    public @Nullable Notice of(long version, Happening happening) {
        var told = happening.team() == null ? ofRun(happening.event()) : ofTeam(happening.team());
        return told == null ? null : new Notice(run, version, happening.at(), told.kind(), told.said());
    }

    /// @param said to whom and in which words
    private record Told(NoticeKind kind, Said said) {}

    private static Told told(NoticeKind kind, List<String> to, String about, String text) {
        return new Told(kind, new Said(to, about, text.replaceAll("\\s+", " ").strip()));
    }

    private @Nullable Told ofRun(Event event) {
        return switch (event) {
            case Event.OfGate gate -> gate(gate);
            case Event.DecisionAsked(var task, var _, var questions) ->
                told(NoticeKind.QUESTION, List.of(), task.value(), task + " asks: " + String.join(" / ", questions));
            case Event.RunStalled(var why) ->
                told(NoticeKind.RUN_STALLED, List.of(), run.value(), "run " + run + " needs help: " + why);
            case Event.RunFinished _ ->
                told(NoticeKind.RUN_ENDED, List.of(), run.value(), "run " + run + " is finished");
            case Event.RunRolledBack _ ->
                told(NoticeKind.RUN_ENDED, List.of(), run.value(), "run " + run + " is rolled back");
            case SteerEvent.RunCancelled(var by, var reason) ->
                told(NoticeKind.RUN_ENDED, List.of(), run.value(), by + " cancelled run " + run + ": " + reason);
            case SteerEvent _, ClaimEvent _, LoopEvent _, BudgetEvent _, RevisionEvent _ -> null;
            case Event.OfAttempt _, Event.OfStep _, Event.OfRun _ -> null;
        };
    }

    private @Nullable Told gate(Event.OfGate event) {
        return switch (event) {
            case Event.GateOpened(var gate) -> waits(gate, "waits for your vote");
            case Event.GateReopened(var gate, var by, var reason) ->
                waits(gate, "waits for your vote again (" + by + ": " + reason + ")");
            case Event.GateApproved _, Event.GateRejected _, Event.GatePassed _ -> null;
        };
    }

    /// A gate that a revision of the plan took away is nobody's any more; one without approvers waits for no person.
    private @Nullable Told waits(GateId gate, String words) {
        return team.get().run().plan().gates().stream()
                .filter(each -> each.id().equals(gate) && !each.approvers().isEmpty())
                .findFirst()
                .map(each -> told(
                        NoticeKind.GATE_WAITING,
                        names(voters(each).stream()),
                        OpenMatter.name(gate),
                        "gate " + gate + " " + words + ": " + each.title()))
                .orElse(null);
    }

    /// Those who vote in the place of others instead of them.
    private List<AgentId> voters(RunGate gate) {
        return OpenMatter.of(team.get()).stream()
                .filter(matter -> matter.id().equals(OpenMatter.name(gate.id())))
                .findFirst()
                .map(OpenMatter::whom)
                .filter(whom -> !whom.isEmpty())
                .orElse(gate.approvers());
    }

    private @Nullable Told ofTeam(CoordinationEvent event) {
        return switch (event) {
            case CoordinationEvent.Agreed _, CoordinationEvent.MeetingHeld _ -> null;
            case CoordinationEvent.OfHandOff handOff -> handOff(handOff);
            case GateEvent.VoteDelegated(var gate, var from, var to, var reason) ->
                told(
                        NoticeKind.GATE_WAITING,
                        List.of(to.value()),
                        OpenMatter.name(gate),
                        from + " asks you to vote at gate " + gate + ": " + reason);
            case GateEvent _ -> null;
            case BlockerEvent blocker -> blocker(blocker);
            case ConflictEvent conflict -> conflict(conflict);
            case ClockEvent clock -> clock(clock);
        };
    }

    private @Nullable Told handOff(CoordinationEvent.OfHandOff event) {
        return switch (event) {
            case CoordinationEvent.HandOffOffered(var note) ->
                told(
                        NoticeKind.HAND_OFF,
                        List.of(note.to().value()),
                        note.id().toString(),
                        note.from() + " offers " + note.id() + "; accept it or reject it");
            case CoordinationEvent.HandOffRejected(var id, var reason) ->
                told(NoticeKind.HAND_OFF, offeredBy(id), id.toString(), id + " was sent back: " + reason);
            case CoordinationEvent.HandOffAccepted _ -> null;
        };
    }

    private List<String> offeredBy(HandOffId id) {
        var handOff = team.get().handOffs().get(id);
        return handOff == null ? List.of() : List.of(handOff.note().from().value());
    }

    private @Nullable Told blocker(BlockerEvent event) {
        return switch (event) {
            case BlockerEvent.BlockerRaised(var id, var note, var by) ->
                told(
                        NoticeKind.BLOCKER,
                        List.of(),
                        id.toString(),
                        by + " raised " + id + ", " + note.severity() + ": " + note.title());
            case BlockerEvent.BlockerResolved _ -> null;
        };
    }

    private @Nullable Told conflict(ConflictEvent event) {
        return switch (event) {
            case ConflictEvent.ConflictRaised(var id, var note) ->
                told(
                        NoticeKind.CONFLICT,
                        names(note.sides().stream().map(ConflictNote.Side::agent)),
                        id.toString(),
                        id + " was raised over " + note.about());
            case ConflictEvent.DecisionTold(var id, var to) ->
                told(NoticeKind.CONFLICT, names(to.stream()), id.toString(), id + " was decided");
            case ConflictEvent _ -> null;
        };
    }

    private Told clock(ClockEvent event) {
        return switch (event) {
            case ClockEvent.Reminded(var matter, var whom, var times) ->
                told(
                        NoticeKind.REMINDER,
                        names(whom.stream()),
                        matter,
                        matter + " waits for you (reminder " + times + ")" + what(matter));
            case ClockEvent.Escalated(var matter, var level, var to) ->
                told(
                        NoticeKind.ESCALATION,
                        to.equals(OpenMatter.EVERYBODY) ? List.of() : List.of(idOf(to)),
                        matter,
                        matter + " comes to " + to + " (level " + level + ")" + what(matter));
        };
    }

    /// The id of a member; whoever is outside the team is called as the plan does.
    private String idOf(String name) {
        return team.get().charter().member(name).map(AgentId::value).orElse(name);
    }

    /// What an open matter is, in words; nothing if it was settled since.
    private String what(String matter) {
        return OpenMatter.of(team.get()).stream()
                .filter(each -> each.id().equals(matter))
                .findFirst()
                .map(each -> ": " + each.what())
                .orElse("");
    }

    private static List<String> names(Stream<AgentId> agents) {
        return agents.map(AgentId::value).distinct().toList();
    }
}
