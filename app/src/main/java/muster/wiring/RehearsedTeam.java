package muster.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.coordination.CheckRun;
import muster.coordination.CheckStatus;
import muster.coordination.CoordinationCommand;
import muster.coordination.Delivered;
import muster.coordination.GateCommand;
import muster.coordination.HandOffNote;
import muster.coordination.HandOffRules;
import muster.coordination.HandOffState;
import muster.engines.JournaledTeam;
import muster.engines.Told;
import muster.json.Sha256;
import muster.plan.AgentId;
import muster.plan.HandOff;
import muster.plan.Plan;
import muster.plan.RiskLevel;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.Claimable;
import muster.run.GateState;
import muster.run.Lease;
import muster.run.LoopState;
import muster.run.SteerCommand;
import muster.run.Step;
import muster.run.TeamFacts;
import org.jspecify.annotations.Nullable;

/// Simulated agents: each is at one task at a time for as long as it is likely to take, keeps its leases, passes on,
/// takes over and votes as soon as it is at work.
final class RehearsedTeam {
    /// A lease is extended when this much of it is left.
    private static final Duration EARLY = Duration.ofHours(2);

    private final JournaledTeam team;
    private final Plan plan;
    private final WorkDays days;
    private final Map<AgentId, Work> busy = new HashMap<>();
    private final Map<TaskId, Duration> left = new HashMap<>();

    RehearsedTeam(JournaledTeam team, Plan plan, WorkDays days) {
        this.team = team;
        this.plan = plan;
        this.days = days;
        plan.tasks().forEach(task -> left.put(task.id(), task.estimate().likely()));
    }

    /// What an agent is at.
    private record Work(Step step, long fence, Instant begun, Instant end) {}

    /// When an agent does something next.
    Stream<Instant> next(Instant now) {
        return busy.values().stream().flatMap(work -> {
            var hold = team.state().run().claims().hold(work.step().id());
            return hold == null
                    ? Stream.of(work.end())
                    : Stream.of(work.end(), hold.until().minus(EARLY));
        });
    }

    void act(Instant now) {
        List.copyOf(busy.entrySet()).forEach(each -> goOn(each.getKey(), each.getValue(), now));
        if (!WorkDays.isOpen(now)) {
            return;
        }
        team.state().charter().waitsFor().forEach(this::handOver);
        settleLoops();
        for (var agent : plan.team().agents()) {
            pass(agent.id(), now);
            vote(agent.id());
        }
        for (var agent : plan.team().agents()) {
            begin(agent.id(), now);
        }
    }

    private void goOn(AgentId agent, Work work, Instant now) {
        var task = work.step().id();
        var hold = team.state().run().claims().hold(task);
        if (hold == null || hold.fence() != work.fence()) {
            busy.remove(agent);
            left.merge(task, WorkDays.between(work.begun(), now), RehearsedTeam::less);
        } else if (!now.isBefore(work.end())) {
            busy.remove(agent);
            var delivered = delivered(work.step());
            tell(new ClaimCommand.Finish(task, work.fence(), agent, delivered, new TreeMap<>()));
        } else if (!now.isBefore(hold.until().minus(EARLY))) {
            tell(new ClaimCommand.Beat(task, work.fence(), agent));
        }
    }

    private static Duration less(Duration was, Duration done) {
        return was.compareTo(done) > 0 ? was.minus(done) : Duration.ZERO;
    }

    private static SortedMap<String, String> delivered(Step step) {
        var delivered = new TreeMap<String, String>();
        step.terms().deliverables().forEach(file -> delivered.put(file, Sha256.of(step.id() + " " + file)));
        return delivered;
    }

    private void handOver(String words) {
        var name = TeamFacts.name(words);
        if (!team.state().outside().signals().contains(name)) {
            team.tell(
                    new GateCommand.Signal(name, plan.team().agents().getFirst().id()), key("signal"));
        }
    }

    /// One round is enough where people are asked.
    private void settleLoops() {
        var run = team.state().run();
        for (var loop : run.plan().loops()) {
            if (run.course().loop(loop.id()).standing() == LoopState.Standing.ASKED) {
                var first = plan.team().agents().getFirst().id();
                team.tell(new SteerCommand.Settle(loop.id(), first, "rehearsed"), key("settle"));
            }
        }
    }

    private void begin(AgentId agent, Instant now) {
        if (busy.containsKey(agent)) {
            return;
        }
        var open = Claimable.by(team.state().run(), agent, now).stream()
                .filter(step -> mayBegin(step, now))
                .findFirst();
        if (open.isEmpty()) {
            return;
        }
        var step = open.get();
        var take = new ClaimCommand.Take(step.id(), agent, Lease.LONGEST, List.of(), new TreeMap<>());
        tell(take);
        var hold = team.state().run().claims().hold(step.id());
        if (hold != null && hold.by().equals(agent)) {
            var work = Objects.requireNonNullElse(left.get(step.id()), Duration.ZERO);
            busy.put(agent, new Work(step, hold.fence(), now, WorkDays.plus(now, work)));
        }
    }

    /// Not before the first of the days on which the plan means it.
    private boolean mayBegin(Step step, Instant now) {
        return plan.tasks().stream()
                .filter(task -> task.id().equals(step.id()))
                .map(RehearsedTeam::firstDay)
                .allMatch(day -> days.number(now) >= day);
    }

    private static int firstDay(Task task) {
        var range = task.days();
        return range == null ? 1 : range.first();
    }

    private void pass(AgentId agent, Instant now) {
        for (var owed : HandOffRules.owed(team.state())) {
            if (owed.from().equals(agent) && mayOffer(owed)) {
                team.tell(new CoordinationCommand.Offer(note(owed, now), agent), key("offer"));
            }
        }
        for (var handOff : team.state().handOffs().values()) {
            if (handOff instanceof HandOffState.Offered(var note, var _)
                    && note.to().equals(agent)) {
                team.tell(new CoordinationCommand.Accept(note.id(), agent, found(note)), key("accept"));
            }
        }
    }

    private boolean mayOffer(HandOff owed) {
        return HandOffRules.offered(team.state(), owed.id()) == null
                && (owed.after() == null
                        || team.state().run().step(owed.after()).settled());
    }

    private HandOffNote note(HandOff owed, Instant now) {
        return new HandOffNote(
                HandOffRules.next(team.state(), owed.from(), now),
                owed.from(),
                owed.to(),
                phase(owed.after()),
                List.of(new Delivered(owed.title(), null)),
                List.of(),
                List.of(new CheckRun("rehearsed", CheckStatus.PASSED)),
                RiskLevel.LOW,
                owed.title(),
                owed.id());
    }

    private String phase(@Nullable TaskId after) {
        return plan.phases().stream()
                .filter(phase ->
                        phase.tasks().stream().anyMatch(task -> task.id().equals(after)))
                .map(phase -> phase.id().value())
                .findFirst()
                .orElse("");
    }

    private static SortedMap<String, String> found(HandOffNote note) {
        var found = new TreeMap<String, String>();
        note.deliverables().forEach(each -> {
            if (each.sha256() != null) {
                found.put(each.what(), each.sha256());
            }
        });
        return found;
    }

    private void vote(AgentId agent) {
        for (var gate : team.state().run().plan().gates()) {
            if (team.state().run().gate(gate.id()) instanceof GateState.Open(var by)
                    && gate.approvers().contains(agent)
                    && !by.contains(agent)) {
                team.tell(new GateCommand.Approve(gate.id(), agent, "rehearsed"), key("approve"));
            }
        }
    }

    private Told tell(ClaimCommand command) {
        return team.tell(command, key("claim"));
    }

    private String key(String what) {
        return "rehearsal/" + what + "/" + team.state().run().version();
    }
}
