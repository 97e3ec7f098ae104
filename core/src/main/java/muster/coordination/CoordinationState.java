package muster.coordination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import muster.plan.GateId;
import muster.plan.TaskId;
import muster.run.Event;
import muster.run.RunRules;
import muster.run.RunState;

/// A team in its run, as the journal tells it.
///
/// @param chases by [OpenMatter#id]
/// @param rankings what agents want done before what, the oldest first
public record CoordinationState(
        RunState run,
        Charter charter,
        SortedMap<HandOffId, HandOffState> handOffs,
        SortedMap<GateId, GateWatch> gates,
        SortedMap<MatterId, Blocker> blockers,
        SortedMap<MatterId, Conflict> conflicts,
        List<ConflictEvent.Ranked> rankings,
        SortedMap<String, Chase> chases,
        Outside outside) {
    public CoordinationState {
        handOffs = copy(handOffs);
        gates = copy(gates);
        blockers = copy(blockers);
        conflicts = copy(conflicts);
        rankings = List.copyOf(rankings);
        chases = copy(chases);
    }

    /// Nothing is what most of them hold most of the time.
    private static <K, V> SortedMap<K, V> copy(SortedMap<K, V> map) {
        return map.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /// A team that has said nothing yet.
    public static CoordinationState of(RunState run) {
        return new CoordinationState(
                run,
                Charter.NONE,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                new TreeMap<>(),
                Outside.NOTHING);
    }

    /// What is known of a gate.
    public GateWatch gate(GateId gate) {
        return gates.getOrDefault(gate, GateWatch.NOTHING);
    }

    /// How often somebody was reminded of a matter.
    public Chase chase(String matter) {
        return chases.getOrDefault(matter, Chase.NONE);
    }

    /// The same team in the run as it is later.
    public CoordinationState in(RunState later) {
        return new CoordinationState(later, charter, handOffs, gates, blockers, conflicts, rankings, chases, outside);
    }

    /// The state after one more entry of the journal.
    public CoordinationState after(Happening happening) {
        var later = in(RunRules.apply(run, happening.event()));
        return happening.team() == null
                ? later.noting(happening.event(), happening.at())
                : later.after(happening.team(), happening.at());
    }

    /// The state after what one command led to, where it is known how it left the run.
    public CoordinationState after(List<Happening> happenings, RunState left) {
        var later = in(left);
        for (var happening : happenings) {
            later = happening.team() == null
                    ? later.noting(happening.event(), happening.at())
                    : later.after(happening.team(), happening.at());
        }
        return later;
    }

    /// What the run did that the team keeps in mind.
    CoordinationState noting(Event event, Instant at) {
        return switch (event) {
            case Event.GateOpened(var gate) -> watching(gate, watch -> watch.opened(at));
            case Event.GateReopened e -> watching(e.gate(), watch -> watch.afresh(at));
            case Event.AuditRecorded(var _, var _, var verdict) -> with(outside.audited(verdict));
            case Event.Refused(var command, var about, var _) when command.equals("claim") -> contesting(about);
            case Event _ -> this;
        };
    }

    private CoordinationState contesting(String refused) {
        return run.plan().steps().stream()
                .filter(step -> step.id().value().equals(refused))
                .findFirst()
                .map(step -> {
                    TaskId holder = TurnRules.rival(this, step);
                    return holder == null ? this : with(outside.contesting(step.id(), holder));
                })
                .orElse(this);
    }

    CoordinationState after(List<CoordinationEvent> events, Instant at) {
        var current = this;
        for (var event : events) {
            current = current.after(event, at);
        }
        return current;
    }

    /// The state after an event.
    public CoordinationState after(CoordinationEvent event, Instant at) {
        return switch (event) {
            case CoordinationEvent.Agreed(var agreed) -> agreeing(agreed);
            case CoordinationEvent.MeetingHeld _ -> this;
            case CoordinationEvent.OfHandOff e -> {
                var changed = new TreeMap<>(handOffs);
                HandOffRules.apply(changed, e, at);
                yield new CoordinationState(
                        run, charter, changed, gates, blockers, conflicts, rankings, chases, outside);
            }
            case GateEvent e -> gate(e, at);
            case BlockerEvent e -> with(BlockerRules.apply(blockers, e, at), conflicts);
            case ConflictEvent.Ranked e -> ranking(e);
            case ConflictEvent.OfConflict e -> with(blockers, ConflictRules.apply(conflicts, e, at));
            case ClockEvent e -> chasing(e);
        };
    }

    /// What held at a gate under other terms has to hold anew.
    private CoordinationState agreeing(Charter agreed) {
        var watched = new TreeMap<>(gates);
        charter.gates().stream()
                .filter(gate -> !agreed.gates().contains(gate))
                .forEach(gate -> watched.computeIfPresent(gate.gate(), (_, watch) -> watch.renewed()));
        return new CoordinationState(run, agreed, handOffs, watched, blockers, conflicts, rankings, chases, outside);
    }

    private CoordinationState gate(GateEvent event, Instant at) {
        return switch (event) {
            case GateEvent.VoteCast(var gate, var seat, var by) -> watching(gate, watch -> watch.voted(seat, by));
            case GateEvent.VoteDelegated(var gate, var from, var to, var _) ->
                watching(gate, watch -> watch.delegating(from, to));
            case GateEvent.TimerEnded(var gate) -> watching(gate, GateWatch::timerEnded);
            case GateEvent.PolicyJudged(var gate, var holds, var _) -> watching(gate, watch -> watch.judged(holds));
            case GateEvent.Signalled(var name, var _) -> with(outside.signalled(name));
            case GateEvent.Measured e -> measured(e, at);
        };
    }

    private CoordinationState measured(GateEvent.Measured event, Instant at) {
        var changed = with(outside.measured(event.metric(), event.value()));
        for (var gate : charter.gates()) {
            var asked = gate.terms().awaited().metric();
            if (asked != null && asked.threshold().metric().equalsIgnoreCase(event.metric())) {
                changed = changed.watching(gate.gate(), watch -> GateRules.measured(watch, asked, event.value(), at));
            }
        }
        return changed;
    }

    private CoordinationState chasing(ClockEvent event) {
        var was = chase(event.matter());
        var changed = new TreeMap<>(chases);
        changed.put(
                event.matter(),
                switch (event) {
                    case ClockEvent.Reminded(var _, var _, var times) -> new Chase(times, was.level());
                    case ClockEvent.Escalated(var _, var level, var _) -> new Chase(was.reminders(), level);
                });
        return new CoordinationState(run, charter, handOffs, gates, blockers, conflicts, rankings, changed, outside);
    }

    private CoordinationState watching(GateId gate, UnaryOperator<GateWatch> change) {
        var changed = new TreeMap<>(gates);
        changed.put(gate, change.apply(gate(gate)));
        return new CoordinationState(run, charter, handOffs, changed, blockers, conflicts, rankings, chases, outside);
    }

    private CoordinationState ranking(ConflictEvent.Ranked event) {
        var changed = new ArrayList<>(rankings);
        changed.add(event);
        return new CoordinationState(run, charter, handOffs, gates, blockers, conflicts, changed, chases, outside);
    }

    private CoordinationState with(SortedMap<MatterId, Blocker> raised, SortedMap<MatterId, Conflict> fought) {
        return new CoordinationState(run, charter, handOffs, gates, raised, fought, rankings, chases, outside);
    }

    private CoordinationState with(Outside changed) {
        return new CoordinationState(run, charter, handOffs, gates, blockers, conflicts, rankings, chases, changed);
    }
}
