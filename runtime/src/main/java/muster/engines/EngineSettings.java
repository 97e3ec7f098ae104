package muster.engines;

import java.util.Map;
import java.util.TreeMap;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.Team;
import org.jspecify.annotations.Nullable;

/// How an engine goes about its runs.
///
/// @param together most attempts of one run at one time, at least 1
/// @param capacity attempts that an agent can be at in one run at one time; 1 if not listed
/// @param hands does manual steps; none means that they wait for a person
public record EngineSettings(
        int together,
        Map<AgentId, Integer> capacity,
        Progress progress,
        @Nullable SimulatedHands hands) {
    /// Enough for the agents of both example plans, few enough for two cores.
    public static final int USUAL_TOGETHER = 8;

    public EngineSettings {
        capacity = Map.copyOf(capacity);
        if (together < 1) {
            throw new IllegalArgumentException("together must be at least 1, got " + together);
        }
    }

    /// The capacities of a team, nobody told, manual steps wait.
    public static EngineSettings of(Team team) {
        var capacity = new TreeMap<AgentId, Integer>();
        for (Agent agent : team.agents()) {
            capacity.put(agent.id(), agent.capacity());
        }
        return new EngineSettings(USUAL_TOGETHER, capacity, Progress.NONE, null);
    }

    /// The same with progress told.
    public EngineSettings telling(Progress told) {
        return new EngineSettings(together, capacity, told, hands);
    }

    /// The same with manual steps done by simulated hands.
    public EngineSettings with(SimulatedHands simulated) {
        return new EngineSettings(together, capacity, progress, simulated);
    }
}
