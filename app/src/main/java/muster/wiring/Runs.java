package muster.wiring;

import java.time.Instant;
import java.util.List;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunRules;
import muster.run.RunState;
import muster.storage.Journal;

/// The runs of a journal, folded from their events.
public final class Runs {

    private Runs() {}

    /// Every run in the order in which they began.
    public static List<RunState> states(Journal journal) {
        return journal.runs().stream()
                .map(run -> state(run, journal.read(run, 0)))
                .toList();
    }

    /// Every run that had begun by an instant, as it was then.
    public static List<RunState> states(Journal journal, Instant at) {
        return journal.runs().stream()
                .map(run -> state(run, until(journal.read(run, 0), at)))
                .filter(state -> state.version() > 0)
                .toList();
    }

    /// What was decided up to an instant; a clock that was set back later takes nothing of it away.
    private static List<Recorded> until(List<Recorded> all, Instant at) {
        return all.stream().takeWhile(each -> !each.at().isAfter(at)).toList();
    }

    private static RunState state(RunId run, List<Recorded> all) {
        var state = RunState.before(run);
        for (var recorded : all) {
            state = RunRules.apply(state, recorded.event());
        }
        return state;
    }
}
