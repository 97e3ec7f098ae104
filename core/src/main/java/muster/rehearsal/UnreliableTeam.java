package muster.rehearsal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.ClaimEvent;
import muster.run.Command;
import muster.run.Event;
import muster.run.Lease;
import muster.run.Place;
import muster.run.RunPlan;
import muster.run.RunRules;
import muster.run.RunState;
import muster.run.SteerCommand;
import muster.run.StepState;

/// A team at work under a clock that jumps: agents that crash, stall, lie, say things twice and too late. All chance
/// comes from the seed.
final class UnreliableTeam {
    private static final List<AgentId> TEAM = RandomRun.TEAM;
    private static final int WORDS = 110;

    /// Enough for every round of every loop once all goes well.
    private static final int ROUNDS = 60;

    private final long seed;
    private final Random random;
    private final Rules rules;
    private final RandomRun plans;
    private final Onlooker onlooker;
    private final List<Claim> remembered = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Said> words = new ArrayList<>();
    private RunState state;
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");

    UnreliableTeam(long seed, Rules rules) {
        this.seed = seed;
        this.random = new Random(seed);
        this.rules = rules;
        this.plans = new RandomRun(random);
        var plan = plans.plan();
        this.state = RunState.before(plan.id());
        this.onlooker = new Onlooker(plan);
        tell(new Command.Start(plan, "digest", new TreeSet<>()));
    }

    private record Said(Instant at, Command command) {}

    /// What an agent believes that it holds.
    private record Claim(TaskId task, long fence, AgentId by) {}

    Rehearsal.Played play() {
        for (var i = 0; i < WORDS; i++) {
            pass();
            tell(word());
        }
        settle();
        onlooker.end(state);
        var violations = new ArrayList<>(onlooker.violations());
        if (!RunRules.replay(RunState.before(state.plan().id()), events).equals(state)) {
            violations.add("replay differs");
        }
        var steps = state.plan().steps().size();
        var said = violations.isEmpty()
                ? List.<String>of()
                : words.stream().map(each -> each.at() + " " + each.command()).toList();
        return new Rehearsal.Played(seed, steps, events, state.status(), violations, said);
    }

    private void pass() {
        now = switch (random.nextInt(40)) {
            case 0 -> now.plus(Duration.ofHours(random.nextInt(30)));
            case 1 -> now.minus(Duration.ofMinutes(random.nextInt(90)));
            default -> now.plusSeconds(random.nextInt(240));
        };
    }

    private Command word() {
        var agent = TEAM.get(random.nextInt(TEAM.size()));
        var task =
                state.plan().steps().get(random.nextInt(state.steps().size())).id();
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6 -> take(task, agent);
            case 7, 8 -> new ClaimCommand.Expire();
            case 9, 10, 11, 12, 13 -> ofClaim(task, agent);
            case 14 -> verdict(task, agent);
            case 15, 16 -> new Command.Approve(RandomRun.GATE, agent, "fine");
            case 17 -> facts();
            case 18 -> rare(task, agent);
            default -> new Command.Retry(task, agent, "again");
        };
    }

    private Command rare(TaskId task, AgentId agent) {
        return switch (random.nextInt(16)) {
            case 0 -> new SteerCommand.Pause(agent, "night");
            case 1, 2, 3 -> new SteerCommand.Continue(agent, "day");
            case 4 -> new SteerCommand.Skip(task, agent, "not needed");
            case 5 -> random.nextInt(4) == 0 ? new SteerCommand.Cancel(agent, "too dear") : new ClaimCommand.Expire();
            case 6 -> new Command.Claim(task, agent, Place.ENGINE);
            case 7 -> new Command.Recover(new TreeSet<>());
            case 8 -> new SteerCommand.Again(RandomRun.LOOP, agent, "nearly");
            case 9 -> new SteerCommand.Settle(RandomRun.LOOP, agent, "good enough");
            case 10 -> new SteerCommand.Raise(RandomRun.TOKENS, BigDecimal.TEN, agent, "needed");
            case 11 -> new Command.Revise(revised(), "digest", agent, "learnt");
            default -> new Command.Succeed(task, Math.max(0, state.fence() - random.nextInt(3)), new TreeMap<>());
        };
    }

    private Command take(TaskId task, AgentId agent) {
        var lease = random.nextInt(9) == 0 ? Duration.ofHours(4) : Lease.USUAL;
        return new ClaimCommand.Take(task, agent, lease, List.of(), new TreeMap<>());
    }

    /// Any claim that was ever given: of a live agent, of one that stalled for hours, or a word that was said before.
    private Command ofClaim(TaskId task, AgentId agent) {
        if (remembered.isEmpty()) {
            return new ClaimCommand.Finish(task, 1, agent, new TreeMap<>(), new TreeMap<>());
        }
        var recent = Math.max(0, remembered.size() - 1 - random.nextInt(4));
        var claim = remembered.get(random.nextInt(4) == 0 ? random.nextInt(remembered.size()) : recent);
        return switch (random.nextInt(9)) {
            case 8 ->
                new ClaimCommand.Spend(
                        claim.task(),
                        claim.fence(),
                        claim.by(),
                        new TreeMap<>(Map.of(RandomRun.TOKENS, BigDecimal.valueOf(1 + random.nextInt(60)))));
            case 0, 1 -> new ClaimCommand.Beat(claim.task(), claim.fence(), claim.by());
            case 2 -> new ClaimCommand.Release(claim.task(), claim.fence(), claim.by(), "no access");
            case 3 -> new ClaimCommand.GiveUp(claim.task(), claim.fence(), claim.by(), "tests fail");
            case 4 -> new ClaimCommand.Finish(claim.task(), claim.fence(), agent, delivered(), outputs());
            case 5 -> new ClaimCommand.HandOn(claim.task(), claim.fence(), claim.by());
            default -> new ClaimCommand.Finish(claim.task(), claim.fence(), claim.by(), delivered(), outputs());
        };
    }

    /// What a loop looks at when a round is over.
    private SortedMap<String, String> outputs() {
        return new TreeMap<>(Map.of("n", Integer.toString(random.nextInt(5))));
    }

    /// Another plan: a step more, a step less, or one that needs something else.
    private RunPlan revised() {
        var plan = state.plan();
        var steps = new ArrayList<>(plan.steps());
        var place = random.nextInt(steps.size());
        switch (random.nextInt(3)) {
            case 0 -> steps.add(plans.step(steps.size()));
            case 1 -> steps.remove(place);
            default -> steps.set(place, plans.step(place));
        }
        try {
            return new RunPlan(plan.id(), steps, plan.gates(), plan.team(), plan.loops(), plan.budgets());
        } catch (IllegalArgumentException _) {
            return plan;
        }
    }

    private Command verdict(TaskId task, AgentId agent) {
        var fence = state.step(task) instanceof StepState.Submitted(var _, var _, var attempt, var _)
                ? attempt.fence()
                : state.fence();
        return random.nextInt(3) == 0
                ? new ClaimCommand.SendBack(task, fence, agent, "no tests")
                : new ClaimCommand.Accept(task, fence, agent, "fine");
    }

    /// One in four lies about what it delivers.
    private SortedMap<String, String> delivered() {
        var delivered = new TreeMap<String, String>();
        if (random.nextInt(4) != 0) {
            delivered.put("d.csv", "digest");
        }
        return delivered;
    }

    private static Command facts() {
        return new Command.ReportFacts(
                TEAM.getFirst(),
                new TreeSet<>(List.of(new FactId("f0"), new FactId("f1"), new FactId("f2"))),
                new TreeSet<>());
    }

    /// Everybody does what can be done, well, until nothing is left to do.
    private void settle() {
        tell(facts());
        tell(new SteerCommand.Continue(TEAM.getFirst(), "day"));
        for (var budget : List.of(RandomRun.TOKENS, RandomRun.HOURS)) {
            tell(new SteerCommand.Raise(budget, BigDecimal.valueOf(10_000), TEAM.getFirst(), "all it takes"));
        }
        for (var round = 0; round < ROUNDS; round++) {
            now = now.plus(Duration.ofHours(9));
            tell(new ClaimCommand.Expire());
            tell(new Command.Recover(new TreeSet<>()));
            for (var approver : TEAM) {
                tell(new Command.Approve(RandomRun.GATE, approver, "fine"));
            }
            state.plan().steps().forEach(step -> bring(step.id()));
            tell(new SteerCommand.Settle(RandomRun.LOOP, TEAM.getFirst(), "good enough"));
        }
    }

    private void bring(TaskId task) {
        var agent = TEAM.getFirst();
        tell(new Command.Retry(task, agent, "again"));
        if (state.step(task) instanceof StepState.Blocked) {
            tell(new Command.Answer(task, agent, "yes"));
        }
        tell(new ClaimCommand.Take(task, agent, Lease.USUAL, List.of(), new TreeMap<>()));
        var delivered = new TreeMap<>(Map.of("d.csv", "digest"));
        tell(new ClaimCommand.Finish(task, state.fence(), agent, delivered, new TreeMap<>()));
        for (var checker : TEAM) {
            if (state.step(task) instanceof StepState.Submitted(var _, var _, var attempt, var _)) {
                tell(new ClaimCommand.Accept(task, attempt.fence(), checker, "fine"));
            }
        }
    }

    private void tell(Command command) {
        words.add(new Said(now, command));
        var decided = rules.decide(state, command, now);
        onlooker.watch(command, decided, now);
        for (var event : decided) {
            if (event instanceof ClaimEvent.LeaseGranted(var task, var hold, var _)) {
                remembered.add(new Claim(task, hold.fence(), hold.by()));
            }
        }
        events.addAll(decided);
        state = RunRules.replay(state, decided);
    }
}
