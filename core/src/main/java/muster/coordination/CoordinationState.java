package muster.coordination;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.run.RunRules;
import muster.run.RunState;

/// A team in its run, as the journal tells it.
public record CoordinationState(RunState run, Charter charter, SortedMap<HandOffId, HandOffState> handOffs) {
    public CoordinationState {
        handOffs = Collections.unmodifiableSortedMap(new TreeMap<>(handOffs));
    }

    /// A team that has said nothing yet.
    public static CoordinationState of(RunState run) {
        return new CoordinationState(run, Charter.NONE, new TreeMap<>());
    }

    /// The same team in the run as it is later.
    public CoordinationState in(RunState later) {
        return new CoordinationState(later, charter, handOffs);
    }

    /// The state after one more entry of the journal.
    public CoordinationState after(Happening happening) {
        var later = in(RunRules.apply(run, happening.event()));
        return happening.team() == null ? later : later.after(happening.team(), happening.at());
    }

    /// The state after an event.
    public CoordinationState after(CoordinationEvent event, Instant at) {
        return switch (event) {
            case CoordinationEvent.Agreed(var agreed) -> new CoordinationState(run, agreed, handOffs);
            case CoordinationEvent.OfHandOff handOff -> {
                var changed = new TreeMap<>(handOffs);
                HandOffRules.apply(changed, handOff, at);
                yield new CoordinationState(run, charter, changed);
            }
        };
    }
}
