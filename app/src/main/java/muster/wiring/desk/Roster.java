package muster.wiring.desk;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import muster.coordination.Charter;
import muster.coordination.CoordinationState;
import muster.desk.WrongField;
import muster.plan.AgentId;
import muster.plan.Ids;
import muster.run.RunAgent;

/// Whom callers mean: an agent of the run, by its id or, in any case, by its name. A name that nobody has is a mistake
/// of the caller, not an agent that finds nothing to do.
public final class Roster {
    private final Supplier<CoordinationState> now;
    /// Those who were found before; whether one of them may do something is for the rules to say.
    private final Set<AgentId> seen = ConcurrentHashMap.newKeySet();

    /// @param now the team as it is at each question
    public Roster(Supplier<CoordinationState> now) {
        this.now = now;
    }

    /// An agent of the run.
    ///
    /// @throws WrongField if there is none
    public AgentId agent(String text) {
        return agent(text, Stranger.REFUSED);
    }

    /// An agent of the run, or somebody who operates it.
    ///
    /// @throws WrongField if that is no name of anybody
    AgentId operator(String text) {
        return agent(text, Stranger.OPERATES);
    }

    private enum Stranger {
        REFUSED,
        OPERATES
    }

    private AgentId agent(String text, Stranger stranger) {
        if (Ids.isId(text) && seen.contains(new AgentId(text))) {
            return new AgentId(text);
        }
        var state = now.get();
        var team = members(state);
        var found = state.charter().member(text).orElseGet(() -> new AgentId(id(text, team)));
        var admitted = team.contains(found) || state.run().plan().team().isEmpty() || stranger == Stranger.OPERATES;
        if (!admitted) {
            throw unknown(text, team);
        }
        if (team.contains(found)) {
            seen.add(found);
        }
        return found;
    }

    private static String id(String text, Set<AgentId> team) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (!Ids.isId(lower)) {
            throw unknown(text, team);
        }
        return lower;
    }

    private static Set<AgentId> members(CoordinationState state) {
        var members = new LinkedHashSet<AgentId>();
        state.run().plan().team().stream().map(RunAgent::id).forEach(members::add);
        state.charter().members().stream().map(Charter.Member::id).forEach(members::add);
        return members;
    }

    static WrongField unknown(String text, Collection<AgentId> team) {
        return new WrongField("there is no agent '" + text + "'\nMaybe one of "
                + team.stream().map(AgentId::value).collect(Collectors.joining(", ")));
    }
}
