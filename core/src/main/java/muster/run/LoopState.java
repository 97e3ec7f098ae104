package muster.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.TaskId;

/// Where a loop of a run stands.
///
/// @param round the round under way, or the last one; counts from 1
/// @param rounds those that are over
/// @param results what each step came to in the round before: outputs by name, deliverables as `file:PATH`
public record LoopState(
        int round, Standing standing, List<Round> rounds, SortedMap<TaskId, SortedMap<String, String>> results) {
    static final LoopState FIRST = new LoopState(1, Standing.UNDER_WAY, List.of(), new TreeMap<>());

    public LoopState {
        rounds = List.copyOf(rounds);
        results = SharedMap.of(results);
    }

    /// A round that is over.
    ///
    /// @param changed outputs and deliverables that differ from the round before, as `STEP: NAME`
    public record Round(int number, List<String> changed) {
        public Round {
            changed = List.copyOf(changed);
        }
    }

    /// True if what waits for its steps may begin.
    public boolean ended() {
        return standing == Standing.CONVERGED || standing == Standing.ACCEPTED;
    }

    LoopState standing(Standing other) {
        return new LoopState(round, other, rounds, results);
    }

    LoopState begun(int next) {
        return new LoopState(next, Standing.UNDER_WAY, rounds, results);
    }

    LoopState over(Round last, SortedMap<TaskId, SortedMap<String, String>> came) {
        var all = new ArrayList<>(rounds);
        all.removeIf(each -> each.number() == last.number());
        all.add(last);
        return new LoopState(round, standing, all, came);
    }

    /// How it goes on.
    public enum Standing {
        /// A round is under way.
        UNDER_WAY,
        /// Somebody has to say whether there is another round.
        ASKED,
        /// The criterion is met.
        CONVERGED,
        /// The last round left the criterion unmet; somebody has to grant another or take it as it is.
        EXHAUSTED,
        /// It was taken as it is.
        ACCEPTED
    }
}
