package muster.planning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.facts.Fact;
import muster.facts.Truth;
import muster.facts.WorldState;
import muster.plan.Action;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.AgentKind;
import muster.plan.AssuranceLevel;
import muster.plan.Coordination;
import muster.plan.DayWindow;
import muster.plan.Demand;
import muster.plan.Estimate;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.FactId;
import muster.plan.Gate;
import muster.plan.GateId;
import muster.plan.HandOff;
import muster.plan.Header;
import muster.plan.ImportNotes;
import muster.plan.ItemId;
import muster.plan.Mode;
import muster.plan.Money;
import muster.plan.Need;
import muster.plan.Outcome;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.PlanId;
import muster.plan.Probe;
import muster.plan.Remedy;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.Standing;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.plan.Watch;
import org.jspecify.annotations.Nullable;

/// A plan written in a few words. Everybody is called ann or bob; lists are separated by blanks; hours may be
/// fractions.
public final class SmallPlan {
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Phase> phases = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();
    private final List<HandOff> handOffs = new ArrayList<>();
    private @Nullable String target;
    private String goal = "";

    public SmallPlan phase(String id, Mode mode, String needs) {
        phases.add(new Phase(
                new PhaseId(id),
                id,
                mode,
                words(needs).stream().map(PhaseId::new).toList(),
                null,
                null,
                null,
                null,
                List.of(),
                null));
        return this;
    }

    public SmallPlan task(String id, double hours, String needs, String requires, String provides) {
        return task(id, hours, needs, requires, provides, null);
    }

    public SmallPlan task(
            String id, double hours, String needs, String requires, String provides, @Nullable DayWindow days) {
        var task = new Task(
                new TaskId(id),
                id,
                List.of(new AgentId("ann")),
                tasks(needs),
                facts(requires),
                facts(provides),
                hours(hours),
                Money.ZERO,
                List.of(new Demand(new ResourceId("disk"), BigDecimal.ONE)),
                null,
                new Action.Manual(id),
                days,
                List.of(),
                0,
                null,
                null,
                null);
        var phase = phases.removeLast();
        var tasks = new ArrayList<>(phase.tasks());
        tasks.add(task);
        phases.add(
                new Phase(phase.id(), phase.title(), phase.mode(), phase.needs(), null, null, null, null, tasks, null));
        return this;
    }

    public SmallPlan expect(String id, Need need, String phasesNamed, Remedy... remedies) {
        expectations.add(new Expectation(
                new ExpectationId(id),
                id,
                "",
                need,
                AssuranceLevel.EXISTS,
                new Probe.FileThere(id),
                null,
                words(phasesNamed).stream().map(PhaseId::new).toList(),
                List.of(remedies),
                null,
                null,
                null));
        return this;
    }

    public SmallPlan gate(String id, String after, String guards) {
        gates.add(new Gate(new GateId(id), id, List.of(new AgentId("bob")), tasks(after), tasks(guards), null, null));
        return this;
    }

    public SmallPlan handOff(String after, String before) {
        handOffs.add(new HandOff(
                new ItemId("h" + handOffs.size()),
                after,
                new AgentId("ann"),
                new AgentId("bob"),
                new TaskId(after),
                new TaskId(before),
                null));
        return this;
    }

    public SmallPlan target(String phase) {
        target = phase;
        return this;
    }

    public SmallPlan goal(String facts) {
        goal = facts;
        return this;
    }

    public Plan plan() {
        return new Plan(
                new Header(
                        new PlanId("small"),
                        "Small",
                        START,
                        target == null ? null : new PhaseId(target),
                        facts(goal),
                        List.of(),
                        new Standing.Current()),
                new Team(
                        List.of(),
                        List.of(agent("ann"), agent("bob")),
                        List.of(new Resource(new ResourceId("disk"), ResourceKind.RENEWABLE, "GiB", BigDecimal.TEN))),
                expectations,
                List.of(),
                List.of(),
                phases,
                new Coordination(gates, handOffs, List.of(), List.of(), List.of(), List.of()),
                List.of(),
                Watch.NONE,
                Outcome.NONE,
                ImportNotes.NONE);
    }

    public static Remedy remedy(String id, double hours, String requires) {
        return new Remedy(
                new TaskId(id),
                id,
                new AgentId("bob"),
                hours(hours),
                Money.ZERO,
                new Action.Manual(id),
                facts(requires));
    }

    public static WorldState world(String holding) {
        var world = WorldState.EMPTY;
        for (var fact : facts(holding)) {
            world = world.with(new Fact(fact, Truth.TRUE, List.of(), START, null));
        }
        return world;
    }

    private static Agent agent(String id) {
        return new Agent(new AgentId(id), id, "", AgentKind.HUMAN, List.of(), List.of(), List.of(), 1, null);
    }

    private static Estimate hours(double hours) {
        return Estimate.exactly(Duration.ofMinutes(Math.round(hours * 60)));
    }

    private static List<TaskId> tasks(String names) {
        return words(names).stream().map(TaskId::new).toList();
    }

    private static List<FactId> facts(String names) {
        return words(names).stream().map(FactId::new).toList();
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
