package muster.schedule;

import java.util.Arrays;
import java.util.stream.IntStream;
import muster.rcpsp.Candidate;
import muster.rcpsp.Decoding;
import org.jspecify.annotations.Nullable;

/// A plan as the search sees it: orders of items become times by the generation on calendars. Mode 0 of an item is
/// whichever way finishes first; the others are its ways in turn.
///
/// The value is the lateness against dates, then the seconds from the start to the last finish.
final class PlanDecoding implements Decoding {
    /// Bits of the value for the seconds: 272 years.
    private static final int SECONDS = 33;

    /// A sum of lateness from here on, 34 years, counts as this one.
    private static final long MOST_LATE = 1L << 30;

    private final Model model;
    private final CriticalPathMethod network;
    private final Ranks ranks;
    private final Generation generation;
    private final LateGeneration late;
    private final int[][] predecessors;
    private final int[] rank;
    private final int[] wanted;
    private final int[] lastFirst;

    PlanDecoding(Model model, CriticalPathMethod network) {
        this.model = model;
        this.network = network;
        ranks = new Ranks(model);
        generation = new Generation(model);
        late = new LateGeneration(model);
        predecessors = new int[model.size][];
        Arrays.setAll(predecessors, this::before);
        rank = new int[model.size];
        wanted = new int[model.size];
        lastFirst = new int[model.size];
    }

    /// The length of the schedule that a value stands for, in seconds.
    static long length(long value) {
        return value & ((1L << SECONDS) - 1);
    }

    /// By how many seconds it misses dates, all together.
    static long lateness(long value) {
        return value >> SECONDS;
    }

    private int[] before(int item) {
        return IntStream.range(model.graph.beforeStart(item), model.graph.beforeEnd(item))
                .map(edge -> model.graph.from[edge])
                .distinct()
                .toArray();
    }

    @Override
    public int size() {
        return model.size;
    }

    @Override
    public int[] predecessors(int item) {
        return predecessors[item];
    }

    @Override
    public int modes(int item) {
        int ways = model.ways.count(item);
        return ways == 1 ? 1 : ways + 1;
    }

    @Override
    public long latestFinish(int item) {
        return network.latest.finish()[item];
    }

    @Override
    public long bound() {
        return network.end - model.start;
    }

    @Override
    public long forward(Candidate candidate) {
        candidate.value(generates(candidate) ? value() : INFEASIBLE);
        System.arraycopy(generation.times.start(), 0, candidate.start(), 0, model.size);
        System.arraycopy(generation.times.finish(), 0, candidate.finish(), 0, model.size);
        return candidate.value();
    }

    /// What is done in which way is known from the schedule that was generated last, which is this one.
    @Override
    public boolean backward(Candidate candidate) {
        int[] order = candidate.order();
        for (int place = 0; place < model.size; place++) {
            lastFirst[place] = order[model.size - 1 - place];
        }
        late.shift(new Model.Times(candidate.start(), candidate.finish()), generation.way, lastFirst);
        System.arraycopy(late.times.start(), 0, candidate.start(), 0, model.size);
        System.arraycopy(late.times.finish(), 0, candidate.finish(), 0, model.size);
        return true;
    }

    /// The schedule of an order, or null if it leaves items without room.
    @Nullable
    Trial trial(Candidate candidate) {
        return generates(candidate) ? Trial.of(model, generation, rank) : null;
    }

    /// The candidate of a schedule that is known.
    Candidate candidate(Trial known) {
        var candidate = new Candidate(model.size);
        System.arraycopy(known.placed(), 0, candidate.order(), 0, model.size);
        return candidate;
    }

    private boolean generates(Candidate candidate) {
        for (int place = 0; place < model.size; place++) {
            int item = candidate.order()[place];
            int mode = candidate.mode()[item];
            rank[item] = place;
            wanted[item] = mode == 0 ? Generation.ANY : model.ways.first(item) + mode - 1;
        }
        if (generation.run(rank, wanted)) {
            return true;
        }
        System.arraycopy(ranks.returningSoon(rank), 0, rank, 0, model.size);
        return generation.run(rank, wanted);
    }

    private long value() {
        long end = model.start;
        long lateness = 0;
        for (int item = 0; item < model.size; item++) {
            long finish = generation.times.finish()[item];
            end = Math.max(end, finish);
            lateness += model.dates.press
                    ? model.dates.lateness(item, generation.times.start()[item], finish)
                    : 0;
        }
        return (Math.min(lateness, MOST_LATE) << SECONDS) + (end - model.start);
    }
}
