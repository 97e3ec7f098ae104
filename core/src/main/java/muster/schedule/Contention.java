package muster.schedule;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.plan.AgentId;
import muster.plan.Demand;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.Team;

/// What agents could want of a resource at one time.
final class Contention {
    private Contention() {}

    /// The largest demand that each agent's items have.
    static Map<AgentId, BigDecimal> largest(List<WorkItem> items, Team team, ResourceId resource) {
        var largest = new HashMap<AgentId, BigDecimal>();
        for (var item : items) {
            var demand = demand(item, resource);
            if (demand.signum() > 0) {
                WorkWays.of(item, team).stream()
                        .flatMap(way -> way.owners().stream())
                        .forEach(owner -> largest.merge(owner, demand, BigDecimal::max));
            }
        }
        return largest;
    }

    /// True if several agents together could want more than there is.
    static boolean exists(Collection<BigDecimal> largest, Resource resource) {
        return largest.size() > 1
                && largest.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(resource.amount()) > 0;
    }

    /// What all demands of an item on a resource add up to.
    static BigDecimal demand(WorkItem item, ResourceId resource) {
        return item.demands().stream()
                .filter(demand -> demand.resource().equals(resource))
                .map(Demand::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
