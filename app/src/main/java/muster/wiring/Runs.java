package muster.wiring;

import java.util.List;
import muster.run.RunId;
import muster.run.RunRules;
import muster.run.RunState;
import muster.storage.Journal;

/// The runs of a journal, folded from their events.
public final class Runs {

    private Runs() {}

    /// Every run in the order in which they began.
    public static List<RunState> states(Journal journal) {
        return journal.runs().stream().map(run -> state(journal, run)).toList();
    }

    private static RunState state(Journal journal, RunId run) {
        var state = RunState.before(run);
        for (var recorded : journal.read(run, 0)) {
            state = RunRules.apply(state, recorded.event());
        }
        return state;
    }
}
