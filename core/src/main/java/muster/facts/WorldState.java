package muster.facts;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.FactId;

/// All facts known at one time; a fact that is not listed is unknown.
public record WorldState(SortedMap<FactId, Fact> facts) {
    public static final WorldState EMPTY = new WorldState(new TreeMap<>());

    public WorldState {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /// The truth of a fact at an instant.
    public Truth truthOf(FactId id, Instant now) {
        var fact = facts.get(id);
        return fact == null ? Truth.UNKNOWN : fact.at(now);
    }

    /// This state with the fact added or replaced.
    public WorldState with(Fact fact) {
        var changed = new TreeMap<>(facts);
        changed.put(fact.id(), fact);
        return new WorldState(changed);
    }
}
