package muster.run;

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
import muster.plan.GateId;
import muster.plan.TaskId;

/// A team at work under a clock that jumps: agents that crash, stall, lie, say things twice and too late. All chance
/// comes from the seed.
final class UnreliableTeam {
    private static final List<AgentId> TEAM =
            List.of("ann", "bob", "carl", "dora").stream().map(AgentId::new).toList();
    private static final int WORDS = 110;
    private static final int ROUNDS = 60;

    private final Random random;
    private final Rules rules;
    private final World world;
    private final List<Claim> remembered = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private RunState state;
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");

    UnreliableTeam(long seed, Rules rules) {
        this.random = new Random(seed);
        this.rules = rules;
        var plan = plan();
        this.state = RunState.before(plan.id());
        this.world = new World(plan);
        tell(new Command.Start(plan, "digest", new TreeSet<>()));
    }

    /// What is tried: the rules, or rules with a bug planted in them.
    interface Rules {
        List<Event> decide(RunState state, Command command, Instant now);
    }

    /// What an agent believes that it holds.
    private record Claim(TaskId task, long fence, AgentId by) {}

    /// What was violated.
    List<String> play() {
        for (var i = 0; i < WORDS; i++) {
            pass();
            tell(word());
        }
        settle();
        world.end(state);
        if (!RunRules.replay(RunState.before(state.plan().id()), events).equals(state)) {
            world.violations.add("replay differs");
        }
        return world.violations;
    }

    private RunPlan plan() {
        var wild = Plans.random(random);
        var checking = random.nextBoolean() ? Terms.Checking.NONE : Terms.Checking.ANOTHER;
        var steps = wild.steps().stream()
                .map(step -> step.on(new Terms(
                        List.of(),
                        random.nextBoolean() ? List.of("w" + random.nextInt(3)) : List.of(),
                        random.nextInt(3) == 0 ? List.of("d.csv") : List.of(),
                        checking,
                        random.nextBoolean() ? Terms.LateResults.REFUSE : Terms.LateResults.TAKE_UNLESS_CLAIMED,
                        random.nextInt(4) == 0 ? Duration.ofHours(1) : null)))
                .toList();
        var team = TEAM.stream()
                .map(agent -> new RunAgent(agent, "DE", List.of(), 2))
                .toList();
        return new RunPlan(wild.id(), steps, wild.gates(), team);
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
            case 15, 16 -> new Command.Approve(new GateId("g"), agent, "fine");
            case 17 -> facts();
            case 18 -> rare(task, agent);
            default -> new Command.Retry(task, agent, "again");
        };
    }

    private Command rare(TaskId task, AgentId agent) {
        return switch (random.nextInt(12)) {
            case 0 -> new SteerCommand.Pause(agent, "night");
            case 1, 2, 3 -> new SteerCommand.Continue(agent, "day");
            case 4 -> new SteerCommand.Skip(task, agent, "not needed");
            case 5 -> random.nextInt(4) == 0 ? new SteerCommand.Cancel(agent, "too dear") : new ClaimCommand.Expire();
            case 6 -> new Command.Claim(task, agent, Place.ENGINE);
            case 7 -> new Command.Recover(new TreeSet<>());
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
        return switch (random.nextInt(8)) {
            case 0, 1 -> new ClaimCommand.Beat(claim.task(), claim.fence(), claim.by());
            case 2 -> new ClaimCommand.Release(claim.task(), claim.fence(), claim.by(), "no access");
            case 3 -> new ClaimCommand.GiveUp(claim.task(), claim.fence(), claim.by(), "tests fail");
            case 4 -> new ClaimCommand.Finish(claim.task(), claim.fence(), agent, delivered(), new TreeMap<>());
            default -> new ClaimCommand.Finish(claim.task(), claim.fence(), claim.by(), delivered(), new TreeMap<>());
        };
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
        for (var round = 0; round < ROUNDS; round++) {
            now = now.plus(Duration.ofHours(9));
            tell(new ClaimCommand.Expire());
            tell(new Command.Recover(new TreeSet<>()));
            for (var approver : TEAM) {
                tell(new Command.Approve(new GateId("g"), approver, "fine"));
            }
            state.plan().steps().forEach(step -> bring(step.id()));
        }
    }

    private void bring(TaskId task) {
        var agent = TEAM.getFirst();
        tell(new Command.Retry(task, agent, "again"));
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
        var decided = rules.decide(state, command, now);
        world.watch(command, decided, now);
        for (var event : decided) {
            if (event instanceof ClaimEvent.LeaseGranted(var task, var hold, var _)) {
                remembered.add(new Claim(task, hold.fence(), hold.by()));
            }
        }
        events.addAll(decided);
        state = RunRules.replay(state, decided);
    }
}
