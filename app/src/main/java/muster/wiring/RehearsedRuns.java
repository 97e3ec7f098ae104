package muster.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import muster.rehearsal.Rehearsal;
import muster.run.RunRules;
import muster.run.RunStatus;

/// Many runs rehearsed, one seed after the other.
///
/// @param seed of the first run; each next one has the next
/// @param steps of all runs together
/// @param ends how many ended how
/// @param violated runs in which an invariant broke
/// @param examples the first of those, with what was said
public record RehearsedRuns(
        long seed,
        int runs,
        long steps,
        long events,
        SortedMap<RunStatus, Integer> ends,
        int violated,
        List<Rehearsal.Played> examples) {
    /// Violations that are told in full; the rest are most likely the same bug.
    private static final int EXAMPLES = 10;

    private static final int AT_ONCE = 500;

    public RehearsedRuns {
        examples = List.copyOf(examples);
    }

    /// Plays them, on as many threads as there are processors.
    ///
    /// @throws InterruptedException if the thread was interrupted meanwhile
    public static RehearsedRuns of(long seed, int runs, Progress progress) throws InterruptedException {
        var ends = new TreeMap<RunStatus, Integer>();
        var examples = new ArrayList<Rehearsal.Played>();
        var steps = 0L;
        var events = 0L;
        var violated = 0;
        for (var from = 0; from < runs; from += AT_ONCE) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted after " + from + " runs");
            }
            var until = Math.min(runs, from + AT_ONCE);
            var played = played(seed + from, until - from);
            played.forEach(each -> ends.merge(each.end(), 1, Integer::sum));
            steps += played.stream().mapToLong(Rehearsal.Played::steps).sum();
            events += played.stream().mapToLong(each -> each.events().size()).sum();
            var broken =
                    played.stream().filter(each -> !each.violations().isEmpty()).toList();
            violated += broken.size();
            broken.stream().limit(EXAMPLES - examples.size()).forEach(examples::add);
            progress.at("rehearse", (double) until / runs, until + " of " + runs + " runs");
        }
        return new RehearsedRuns(seed, runs, steps, events, ends, violated, examples);
    }

    private static List<Rehearsal.Played> played(long seed, int runs) {
        return IntStream.range(0, runs)
                .parallel()
                .mapToObj(each -> Rehearsal.play(seed + each, RunRules::decide))
                .toList();
    }
}
