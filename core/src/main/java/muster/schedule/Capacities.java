package muster.schedule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.Demand;
import muster.plan.Level;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// Everything that items hold, numbered: agents, renewable resources and reservoirs, and consumable resources that are
/// provided over time. Amounts are whole numbers of the smallest unit that occurs.
final class Capacities {
    private final List<Capacity> all = new ArrayList<>();
    private final Map<AgentId, Integer> agents = new HashMap<>();
    private final Map<ResourceId, Integer> resources = new HashMap<>();
    private final Map<ResourceId, Resource> known = new HashMap<>();
    private final Map<ResourceId, Integer> scales = new HashMap<>();
    private final List<WorkItem> items;

    /// Filled once somebody asks.
    private @Nullable ItemNumbers numbers;

    Capacities(SchedulingProblem problem) {
        items = problem.items();
        for (var agent : problem.team().agents()) {
            agents.put(agent.id(), all.size());
            all.add(Capacity.constant(new Capacity.Holder.OfAgent(agent.id()), agent.capacity()));
        }
        problem.team().resources().forEach(resource -> scales.put(resource.id(), scale(resource)));
        for (var item : problem.items()) {
            item.demands()
                    .forEach(demand ->
                            scales.merge(demand.resource(), demand.amount().scale(), Math::max));
        }
        for (var resource : problem.team().resources()) {
            known.put(resource.id(), resource);
            if (resource.kind() != ResourceKind.CONSUMABLE
                    || !resource.profile().isEmpty()) {
                resources.put(resource.id(), all.size());
                all.add(capacity(resource));
            }
        }
    }

    int count() {
        return all.size();
    }

    Capacity get(int capacity) {
        return all.get(capacity);
    }

    /// Notes what a way to do an item holds. Agents and renewable resources are not held for no time.
    ///
    /// @return how many holds there are now in all
    int hold(WorkItem item, WorkWays.Way way, long work, Ways.Holds holds) {
        holds.next();
        if (work > 0) {
            way.owners().forEach(owner -> holds.add(Objects.requireNonNull(agents.get(owner)), 1, Ways.OWN_FINISH));
        }
        for (var demand : item.demands()) {
            var capacity = resources.get(demand.resource());
            int until = until(demand, item);
            if (capacity != null && demand.amount().signum() > 0 && (work > 0 || until != Ways.OWN_FINISH)) {
                holds.add(capacity, units(demand.resource(), demand.amount()), until);
            }
        }
        return holds.count();
    }

    private int until(Demand demand, WorkItem item) {
        return switch (Objects.requireNonNull(known.get(demand.resource())).kind()) {
            case RENEWABLE -> Ways.OWN_FINISH;
            case CONSUMABLE -> Ways.NEVER;
            case RESERVOIR -> {
                var until = demand.until();
                if (until == null) {
                    yield Ways.NEVER;
                }
                yield until.equals(item.id()) ? Ways.OWN_FINISH : number(until);
            }
        };
    }

    private int number(TaskId item) {
        var known = numbers;
        if (known == null) {
            known = new ItemNumbers(items);
            numbers = known;
        }
        return known.of(item);
    }

    private Capacity capacity(Resource resource) {
        long[] steps = new long[resource.profile().size() + 1];
        long[] amounts = new long[steps.length];
        steps[0] = Long.MIN_VALUE;
        amounts[0] = units(resource.id(), resource.amount());
        int count = 1;
        for (var level : resource.profile()) {
            long from = Model.second(level.from());
            count -= steps[count - 1] == from ? 1 : 0;
            steps[count] = from;
            amounts[count++] = units(resource.id(), level.amount());
        }
        return new Capacity(
                new Capacity.Holder.OfResource(resource.id()),
                Arrays.copyOf(steps, count),
                Arrays.copyOf(amounts, count));
    }

    private static int scale(Resource resource) {
        return Stream.concat(
                        Stream.of(resource.amount()),
                        resource.profile().stream().map(Level::amount))
                .mapToInt(BigDecimal::scale)
                .max()
                .orElse(0);
    }

    private long units(ResourceId resource, BigDecimal amount) {
        return amount.movePointRight(Objects.requireNonNull(scales.get(resource)))
                .longValueExact();
    }
}
