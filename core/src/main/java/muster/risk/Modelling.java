package muster.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.ConstraintKind;
import muster.plan.Demand;
import muster.plan.Estimate;
import muster.plan.Lag;
import muster.plan.Money;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.plan.RiskLevel;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.schedule.OpenHours;
import muster.schedule.Schedule;
import muster.schedule.SchedulingProblem;
import muster.schedule.Slot;
import muster.schedule.TeamHours;
import muster.schedule.WorkItem;
import muster.schedule.WorkWays;
import org.jspecify.annotations.Nullable;

/// Makes a network of a plan and its schedule: the logic of the items, the order in which the schedule hands agents and
/// resources on, and what the plan knows of risks, gates and loops.
public final class Modelling {
    private final Plan plan;
    private final SchedulingProblem problem;
    private final Schedule schedule;
    private final Map<TaskId, Slot> slots;
    private final String currency;
    private final Map<TaskId, RiskLevel> levels = new HashMap<>();
    private final Map<TaskId, Money> costs = new HashMap<>();
    private final TeamHours hours;
    private final Map<TeamHours.Hours, Opening> openings = new HashMap<>();
    private final Set<String> assumptions = new LinkedHashSet<>();

    private Modelling(Plan plan, SchedulingProblem problem, Schedule schedule) {
        this.plan = plan;
        this.problem = problem;
        this.schedule = schedule;
        this.slots = schedule.byItem();
        hours = new TeamHours(problem);
        plan.phases().forEach(phase -> phase.tasks().forEach(task -> addLevel(phase, task)));
        plan.tasks().forEach(task -> costs.put(task.id(), task.cost()));
        plan.expectations().stream()
                .flatMap(expectation -> expectation.remedies().stream())
                .forEach(remedy -> costs.put(remedy.id(), remedy.cost()));
        currency = currency();
    }

    /// The network of all items of a problem, which has that schedule.
    public static RiskModel of(Plan plan, SchedulingProblem problem, Schedule schedule) {
        return new Modelling(plan, problem, schedule).model();
    }

    private RiskModel model() {
        var items = problem.items();
        Map<TaskId, Activity> activities = new LinkedHashMap<>();
        items.forEach(item -> activities.put(item.id(), activity(item)));
        var arcs = new LinkedHashSet<Arc>();
        items.forEach(item -> arcs.addAll(logic(item)));
        addFlow(List.copyOf(activities.values()), arcs);
        notes(activities.values());
        var rounds = new Rounds(new Rounds.Scheduled(plan, problem, schedule), activities, arcs);
        rounds.assumptions().forEach(assumptions::add);
        rounds.marks().forEach(mark -> activities.put(mark.id(), mark));
        var risks = new Risks(plan, problem, activities.keySet());
        var middle = risks.events(Assumed.End.MIDDLE);
        assumptions.addAll(risks.assumptions(currency));
        var network = new RiskNetwork(
                problem.start(),
                plan.uncertainty().distribution(),
                List.copyOf(activities.values()),
                List.copyOf(arcs),
                middle,
                rounds.repetitions());
        return new RiskModel(
                network,
                currency,
                List.copyOf(assumptions),
                network.with(risks.events(Assumed.End.LOW)),
                network.with(risks.events(Assumed.End.HIGH)));
    }

    /// With links that tie finishes to each other, an order by start may contradict the logic; then the logic stands.
    private void addFlow(List<Activity> activities, Set<Arc> arcs) {
        var all = new LinkedHashSet<>(arcs);
        all.addAll(ResourceFlow.of(problem, schedule));
        if (Numbering.isPossible(activities, all)) {
            arcs.addAll(all);
            assumptions.add("agents and resources keep the order of the schedule");
        } else {
            assumptions.add(
                    "agents and resources are taken to be unlimited: links contradict the order of the schedule");
        }
    }

    /// The currency of most costs.
    private String currency() {
        var used = Stream.concat(
                        costs.values().stream()
                                .filter(cost -> cost.amount().signum() > 0)
                                .map(Money::currency),
                        Stream.ofNullable(plan.uncertainty().hourly()).map(Money::currency))
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        return used.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(Money.ZERO.currency());
    }

    private Activity activity(WorkItem item) {
        var slot = Objects.requireNonNull(slots.get(item.id()));
        var way = WorkWays.of(item, problem.team()).get(slot.mode());
        var estimate = spread(item, way.estimate());
        return new Activity(
                item.id(),
                estimate,
                opening(slot.owners(), item),
                latest(
                        item.earliest(),
                        item.timing().at(ConstraintKind.START_NO_EARLIER_THAN),
                        item.timing().at(ConstraintKind.MUST_START_ON)),
                latest(
                        item.timing().at(ConstraintKind.FINISH_NO_EARLIER_THAN),
                        item.timing().at(ConstraintKind.MUST_FINISH_ON)),
                price(item, way.cost(), slot.owners().size()),
                loadings(item, slot.owners()));
    }

    /// A task without a level has that of its phase.
    private void addLevel(Phase phase, Task task) {
        var level = task.risk() == null ? phase.risk() : task.risk();
        if (level != null) {
            levels.put(task.id(), level);
        }
    }

    /// A single number that somebody judged risky is a range by its level.
    private Estimate spread(WorkItem item, Estimate estimate) {
        var level = levels.get(TaskItems.task(item));
        if (level == null
                || !estimate.min().equals(estimate.max())
                || estimate.max().isZero()) {
            return estimate;
        }
        assumptions.add(
                "single estimates of tasks with a level of risk, of their own or of their phase, are taken as ranges"
                        + " by that level");
        return new Estimate(
                times(estimate.likely(), Assumed.shortest(level)),
                estimate.likely(),
                times(estimate.likely(), Assumed.longest(level)));
    }

    private static Duration times(Duration time, double factor) {
        return Duration.ofSeconds(Math.round(time.toSeconds() * factor));
    }

    private @Nullable Opening opening(List<AgentId> owners, WorkItem item) {
        var open = hours.of(owners, item);
        return open == null ? null : openings.computeIfAbsent(open, TeamOpening::new);
    }

    /// When somebody of the team works.
    private record TeamOpening(TeamHours.Hours hours) implements Opening {
        @Override
        public List<OpenHours.Span> between(Instant from, Instant until) {
            return hours.between(from, until);
        }

        @Override
        public boolean isInTurns() {
            return hours.isInTurns();
        }
    }

    private static @Nullable Instant latest(@Nullable Instant... dates) {
        return Arrays.stream(dates)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Activity.Price price(WorkItem item, @Nullable Money cost, int owners) {
        var task = TaskItems.task(item);
        boolean first = item.part() == null || item.part().number() == 1;
        var money = cost == null ? costs.getOrDefault(task, Money.ZERO) : cost;
        var hourly = plan.uncertainty().hourly();
        return new Activity.Price(first ? amount(money) : 0, hourly == null ? 0 : amount(hourly) * owners);
    }

    private double amount(Money money) {
        if (money.amount().signum() > 0 && !money.currency().equals(currency)) {
            assumptions.add("costs in " + money.currency() + " are left out; the others are in " + currency);
            return 0;
        }
        return money.amount().doubleValue();
    }

    /// The share of each agent and resource in what they explain together.
    private List<Activity.Loading> loadings(WorkItem item, List<AgentId> owners) {
        var loadings = new ArrayList<Activity.Loading>();
        var names = owners.stream().map(owner -> "agent " + owner).toList();
        load(names, plan.uncertainty().agents().value(), loadings);
        var resources = item.demands().stream()
                .filter(demand -> demand.amount().signum() > 0)
                .map(Demand::resource)
                .distinct()
                .map(resource -> "resource " + resource)
                .toList();
        load(resources, plan.uncertainty().resources().value(), loadings);
        return loadings;
    }

    private static void load(List<String> names, double correlation, List<Activity.Loading> loadings) {
        if (correlation > 0) {
            names.forEach(name -> loadings.add(new Activity.Loading(name, Math.sqrt(correlation / names.size()))));
        }
    }

    private static List<Arc> logic(WorkItem item) {
        var needs = item.needs().stream().map(need -> Arc.of(need, item.id()));
        var links = item.timing().links().stream()
                .map(link -> new Arc(
                        link.after(),
                        item.id(),
                        switch (link.kind()) {
                            case FINISH_TO_START -> Arc.Kind.FINISH_TO_START;
                            case START_TO_START -> Arc.Kind.START_TO_START;
                            case FINISH_TO_FINISH -> Arc.Kind.FINISH_TO_FINISH;
                            case START_TO_FINISH -> Arc.Kind.START_TO_FINISH;
                        },
                        Math.toIntExact(link.lag().time().toSeconds()),
                        link.lag().passing() == Lag.Passing.WORKING ? Arc.Passing.WORKING : Arc.Passing.ELAPSED));
        return Stream.concat(needs, links).toList();
    }

    private void notes(Collection<Activity> activities) {
        long fixed = activities.stream()
                .map(Activity::estimate)
                .filter(each -> !each.max().isZero() && each.min().equals(each.max()))
                .count();
        if (fixed > 0) {
            assumptions.add(fixed + " of " + activities.size()
                    + " tasks have a single estimate and no level of risk: taken as certain, " + RiskModel.TOO_SURE);
        }
        if (plan.uncertainty().agents().value() > 0) {
            assumptions.add("durations of tasks with an agent in common correlate by "
                    + plan.uncertainty().agents());
        }
    }
}
