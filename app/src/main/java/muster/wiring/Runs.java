package muster.wiring;

import java.time.Instant;
import java.util.List;
import muster.coordination.CoordinationState;
import muster.engines.JournaledTeam;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunRules;
import muster.run.RunState;
import muster.storage.Journal;
import org.jspecify.annotations.Nullable;

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

    /// The team of a run, as it was at an instant; null means now.
    public static CoordinationState team(Journal journal, RunId run, @Nullable Instant at) {
        var all = journal.read(run, 0);
        var state = CoordinationState.of(RunState.before(run));
        for (var recorded : at == null ? all : until(all, at)) {
            state = state.after(JournaledTeam.happening(recorded));
        }
        return state;
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
