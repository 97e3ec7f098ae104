package muster.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.Estimate;
import muster.plan.Money;
import muster.plan.Team;
import muster.plan.WorkMode;
import muster.plan.WorkMode.Who;
import org.jspecify.annotations.Nullable;

/// The ways to do an item, in order: by its owners if it has any or no modes, then each mode; a mode by capability or
/// role stands for one way per agent who fits, in the order of the team.
public final class WorkWays {
    private WorkWays() {}

    /// One way.
    ///
    /// @param estimate working time this way: the item's estimate divided by the speed
    /// @param cost what it costs; null means what the item costs anyway
    public record Way(
            List<AgentId> owners,
            Estimate estimate,
            @Nullable Money cost) {
        public Way {
            owners = WorkItem.sorted(owners);
        }
    }

    /// All ways; none at all if nobody fits any of its modes.
    public static List<Way> of(WorkItem item, Team team) {
        var modes = item.timing().modes();
        if (modes.isEmpty()) {
            return List.of(new Way(item.owners(), item.estimate(), null));
        }
        var ways = new ArrayList<Way>();
        if (!item.owners().isEmpty()) {
            ways.add(new Way(item.owners(), item.estimate(), null));
        }
        for (var mode : modes) {
            var estimate = scaled(item.estimate(), mode.speed());
            for (var owners : owners(mode, team)) {
                ways.add(new Way(owners, estimate, mode.cost()));
            }
        }
        return ways;
    }

    private static List<List<AgentId>> owners(WorkMode mode, Team team) {
        return switch (mode.who()) {
            case Who.Together(var agents) -> List.of(agents);
            case Who.Capable(var capability) ->
                team.agents().stream()
                        .filter(agent -> agent.capabilities().contains(capability))
                        .map(Agent::id)
                        .map(List::of)
                        .toList();
            case Who.InRole(var role) ->
                team.agents().stream()
                        .filter(agent -> agent.role().equals(role))
                        .map(Agent::id)
                        .map(List::of)
                        .toList();
        };
    }

    private static Estimate scaled(Estimate estimate, BigDecimal speed) {
        return new Estimate(
                scaled(estimate.min(), speed), scaled(estimate.likely(), speed), scaled(estimate.max(), speed));
    }

    /// Whole seconds, rounded up.
    private static Duration scaled(Duration time, BigDecimal speed) {
        if (speed.compareTo(BigDecimal.ONE) == 0) {
            return time;
        }
        var nanos = BigDecimal.valueOf(time.getNano(), 9).add(BigDecimal.valueOf(time.getSeconds()));
        return Duration.ofSeconds(nanos.divide(speed, 0, RoundingMode.CEILING).longValueExact());
    }
}
