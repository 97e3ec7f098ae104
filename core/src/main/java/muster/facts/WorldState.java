package muster.facts;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.FactId;
import muster.plan.Quantity;
import muster.plan.Share;
import org.jspecify.annotations.Nullable;

/// All facts and levels known at one time; what is not listed is unknown. A symbolic fact is one fact per value that it
/// can have, such as `environment:staging`, of which one is true.
public record WorldState(SortedMap<FactId, Fact> facts, SortedMap<FactId, Level> levels) {
    public static final WorldState EMPTY = new WorldState(new TreeMap<>());

    public WorldState {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
    }

    /// Facts alone.
    public WorldState(SortedMap<FactId, Fact> facts) {
        this(facts, new TreeMap<>());
    }

    /// The truth of a fact at an instant.
    public Truth truthOf(FactId id, Instant now) {
        var fact = facts.get(id);
        return fact == null ? Truth.UNKNOWN : fact.at(now);
    }

    /// How much there is at an instant, for one who asks for at least this confidence; null if that is unknown, has
    /// expired or is less sure.
    public @Nullable Quantity levelOf(FactId id, Instant now, Share least) {
        var level = levels.get(id);
        return level == null || !level.observation().counts(now, least) ? null : level.quantity();
    }

    /// This state with the fact added or replaced.
    public WorldState with(Fact fact) {
        var changed = new TreeMap<>(facts);
        changed.put(fact.id(), fact);
        return new WorldState(changed, levels);
    }

    /// This state with the level added or replaced.
    public WorldState with(Level level) {
        var changed = new TreeMap<>(levels);
        changed.put(level.id(), level);
        return new WorldState(facts, changed);
    }
}
