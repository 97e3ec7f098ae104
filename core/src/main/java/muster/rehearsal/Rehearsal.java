package muster.rehearsal;

import java.util.List;
import muster.run.Event;
import muster.run.RunStatus;

/// Plays runs that nobody would like to see, and says which invariants broke. The same seed and rules always play the
/// same.
public final class Rehearsal {
    /// What is held against every schedule.
    public static final List<String> INVARIANTS = List.of(
            "no task is done twice, in a loop twice in a round",
            "no task is lost: a run that finished did or skipped each",
            "no word with a stale fence counts, nor one of another agent",
            "a step begins after all that it needs, outside of a loop after its end, and behind its gates",
            "no two hold what writes the same, none more than its capacity",
            "an agent that is heard of keeps what it holds until its lease or time-box is over",
            "work counts with its deliverables, and where checks are asked once another accepted it",
            "rounds follow each other, none beyond the limit that nobody granted",
            "nothing begins once a budget is used up, and what was spent adds up",
            "a revision changes nothing that was done or is under way",
            "the run ends, or says what it waits for",
            "the events alone lead to the same state");

    private Rehearsal() {}

    /// One schedule.
    ///
    /// @param steps of the random plan
    /// @param events that the words led to, in order
    /// @param end where the run stood at last
    /// @param violations one sentence each; empty if all held
    /// @param words what was said, in order, for whoever looks into a violation; empty if all held
    public record Played(
            long seed, int steps, List<Event> events, RunStatus end, List<String> violations, List<String> words) {
        public Played {
            events = List.copyOf(events);
            violations = List.copyOf(violations);
            words = List.copyOf(words);
        }
    }

    /// Plays the schedule of a seed.
    public static Played play(long seed, Rules rules) {
        return new UnreliableTeam(seed, rules).play();
    }
}
