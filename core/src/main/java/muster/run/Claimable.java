package muster.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import muster.plan.AgentId;
import org.jspecify.annotations.Nullable;

/// Who may claim what.
public final class Claimable {
    /// Longest glob that may be reserved.
    private static final int LONGEST_GLOB = 200;

    private Claimable() {}

    /// Steps that the agent may claim now, in the order of the plan.
    public static List<Step> by(RunState state, AgentId agent, Instant now) {
        return state.ready().stream()
                .filter(step -> obstacle(state, step, agent, now) == null)
                .toList();
    }

    /// Why the agent may not claim the step now; null if it may.
    public static @Nullable String obstacle(RunState state, Step step, AgentId agent, Instant now) {
        return obstacle(state, step, new Asking(agent, step.terms().writes()), now);
    }

    static @Nullable String obstacle(RunState state, ClaimCommand.Take c, Instant now) {
        if (!state.steps().containsKey(c.task())) {
            return "the run has no such step";
        }
        if (c.lease().compareTo(Lease.SHORTEST) < 0 || c.lease().compareTo(Lease.LONGEST) > 0) {
            return "a lease is between " + Lease.SHORTEST + " and " + Lease.LONGEST + ", got " + c.lease();
        }
        var step = state.plan().step(c.task());
        var writes = writes(step, c);
        if (writes.stream().anyMatch(glob -> glob.length() > LONGEST_GLOB)) {
            return "a glob has at most " + LONGEST_GLOB + " characters";
        }
        return obstacle(state, step, new Asking(c.by(), writes), now);
    }

    static List<String> writes(Step step, ClaimCommand.Take c) {
        var writes = new ArrayList<>(step.terms().writes());
        c.writes().stream().filter(glob -> !writes.contains(glob)).forEach(writes::add);
        return writes;
    }

    private static @Nullable String obstacle(RunState state, Step step, Asking asking, Instant now) {
        var stranger = stranger(state.plan(), step, asking.by());
        if (stranger != null) {
            return stranger;
        }
        if (!(state.step(step.id()) instanceof StepState.Ready ready)) {
            return notReady(state, step, asking.by());
        }
        if (now.isBefore(ready.notBefore())) {
            return "not before " + ready.notBefore();
        }
        var poor = poor(state, step, now);
        if (poor != null) {
            return poor;
        }
        if (!Conditions.turn(state, ready.purpose())) {
            return "the run is " + Refusal.name(state.status());
        }
        var full = full(state, asking.by());
        return full == null ? taken(state, asking.writes()) : full;
    }

    /// Why the budgets do not allow the step to begin; null if they do. Undoing is never refused for money.
    public static @Nullable String poor(RunState state, Step step, Instant now) {
        return state.step(step.id()).purpose() == Purpose.UNDO
                        || state.plan().budgets().isEmpty()
                ? null
                : BudgetRules.tooLittle(state, step, now);
    }

    private static @Nullable String stranger(RunPlan plan, Step step, AgentId by) {
        var team = plan.team();
        var member = team.stream().filter(each -> each.id().equals(by)).findFirst();
        if (!team.isEmpty() && member.isEmpty()) {
            return by + " is not in the team; those who are: "
                    + team.stream().map(RunAgent::id).toList();
        }
        var open = step.terms().open();
        if (step.owners().contains(by) || (step.owners().isEmpty() && open.isEmpty())) {
            return null;
        }
        return member.isPresent() && open.stream().anyMatch(who -> member.get().is(who))
                ? null
                : by + " is not an owner" + (open.isEmpty() ? "" : ", nor has it the role or capability");
    }

    private static String notReady(RunState state, Step step, AgentId by) {
        var at = state.step(step.id());
        var hold = state.claims().hold(step.id());
        if (hold != null) {
            return (hold.by().equals(by) ? "you hold it already" : "it is held by " + hold.by()) + ", at least until "
                    + hold.until().truncatedTo(ChronoUnit.SECONDS);
        }
        var missing = at instanceof StepState.Waiting ? Conditions.missing(state, step) : List.<String>of();
        return "it is " + Refusal.name(at) + (missing.isEmpty() ? "" : ": it " + String.join(", ", missing));
    }

    private static @Nullable String full(RunState state, AgentId by) {
        var capacity = state.plan().team().stream()
                .filter(each -> each.id().equals(by))
                .mapToInt(RunAgent::capacity)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        var held = state.claims().holds().entrySet().stream()
                .filter(hold -> hold.getValue().by().equals(by))
                .map(hold -> hold.getKey().value())
                .toList();
        return held.size() < capacity
                ? null
                : by + " has its hands full with " + String.join(", ", held) + "; its capacity is " + capacity;
    }

    private static @Nullable String taken(RunState state, List<String> writes) {
        for (var held : state.claims().holds().entrySet()) {
            var overlap = WriteSets.overlap(writes, held.getValue().writes());
            if (overlap != null) {
                return "it would write what " + held.getValue().by() + " holds for " + held.getKey() + ": " + overlap;
            }
        }
        return null;
    }

    private record Asking(AgentId by, List<String> writes) {}
}
