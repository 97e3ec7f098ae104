package muster.strips;

import java.util.Arrays;
import java.util.function.Consumer;

/// The order in which the searches are tried on one task.
final class Quest {
    /// Enough for a first plan of most tasks, and a small part of what a proof takes.
    private static final long FIRST_LOOK = 1_000;

    /// Enough for some plan of nearly all tasks whose cheapest plan is out of reach.
    private static final long LONG_LOOK = 10_000;

    /// A search by novelty looks at so many states in the time of one of a search by relaxed plans.
    private static final int LIGHTER = 8;

    private static final int GROWTH = 8;

    /// Tasks that need less are not worth looking for symmetries.
    private static final long SHORT_PROOF = 60;

    /// Tasks that need less are not worth making a plan cheaper first.
    private static final long MIDDLE_PROOF = 400;

    private static final int WINDOW_EXPANSIONS = 100;
    private static final int[] WINDOWS = {8, 16, 32};

    /// Weights of the distance in the searches that follow each other, as in LAMA (Richter and Westphal, JAIR 39,
    /// 2010).
    private static final int[] WEIGHTS = {5, 3, 2, 1};

    /// Looking at the first state alone gives a bound, so that a plan, or the lack of one, does not stand there
    /// without.
    private static final long FIRST_BOUND = 1;

    private static final long FIRST_ROUND = 2_000;

    private final StripsTask task;
    private final Prepared prepared;
    private final SearchLimits limits;
    private final Incumbent best;
    private boolean noPlan;
    private long nextLook = FIRST_LOOK;

    Quest(StripsTask task, Prepared prepared, SearchLimits limits, Consumer<Improvement> progress) {
        this.task = task;
        this.prepared = prepared;
        this.limits = limits;
        this.best = new Incumbent(task, progress);
    }

    /// The same, counting work that was done before.
    Quest after(SearchCounts before) {
        best.did(before);
        return this;
    }

    /// Looks for some plan, makes it cheaper for a while, and then proves or betters it.
    SearchResult optimal() {
        chooseSet();
        findSome(FIRST_LOOK);
        prove(prepared.plainly(within(SHORT_PROOF)));
        if (!isOver()) {
            proveAtLength();
        }
        findSome(SearchLimits.NO_LIMIT);
        return result();
    }

    private void proveAtLength() {
        var reduced = prepared.reduced(within(SearchLimits.NO_LIMIT));
        prove(reduced.within(within(MIDDLE_PROOF)));
        findSome(LONG_LOOK);
        polish(WINDOW_EXPANSIONS);
        prove(reduced.within(within(SearchLimits.NO_LIMIT)));
    }

    /// Plans first, proofs in between, each round with twice the work of the one before.
    SearchResult anytime() {
        chooseSet();
        findSome(FIRST_LOOK);
        prove(prepared.plainly(within(FIRST_BOUND)));
        findSome(SearchLimits.NO_LIMIT);
        long round = FIRST_ROUND;
        for (int number = 0; !isOver(); number++) {
            polish((int) Math.min(Integer.MAX_VALUE, round / 20));
            look(WEIGHTS[Math.min(number, WEIGHTS.length - 1)], round);
            prove(prepared.reduced(within(round)));
            reorder(number);
            round *= 2;
        }
        return result();
    }

    /// Two searches that fail on different tasks, in turn, each time with more work, until one has a plan.
    private void findSome(long most) {
        for (; nextLook <= most && !best.exists() && !isOver(); nextLook *= GROWTH) {
            look(LazySearch.GREEDY, nextLook);
            explore(nextLook * LIGHTER);
        }
    }

    private void explore(long expansions) {
        if (isOver() || best.exists()) {
            return;
        }
        var search = new NoveltySearch(prepared.plainly(within(expansions)));
        boolean found = search.run();
        best.did(search.counts());
        if (found) {
            best.offer(origins(search.way()));
        } else if (search.exhausted()) {
            exhausted();
        }
    }

    /// Where hardly anything is taken away, most of the work is to choose the operators, and their order is easy.
    private void chooseSet() {
        if (!prepared.task().mostlyMonotone()) {
            return;
        }
        var most = prepared.task().monotone() ? SearchLimits.NO_LIMIT : Math.max(1, limits.expansions() / 2);
        var search = new SetSearch(prepared.task(), prepared.relaxed(), within(most));
        search.run();
        best.did(search.counts());
        if (search.found()) {
            best.offer(origins(search.way()));
        }
        if (search.bound() == Long.MAX_VALUE) {
            exhausted();
        } else {
            best.raise(search.bound());
        }
    }

    private SearchResult result() {
        return noPlan ? new SearchResult.Unsolvable(new SearchResult.Reason.Exhausted(), best.counts()) : best.result();
    }

    private boolean isOver() {
        return noPlan
                || best.proven()
                || best.counts().expansions() >= limits.expansions()
                || limits.stop().getAsBoolean();
    }

    private SearchLimits within(long expansions) {
        long left = Math.max(1, limits.expansions() - best.counts().expansions());
        return new SearchLimits(Math.min(left, expansions), limits.states(), limits.stop());
    }

    private void look(int weight, long expansions) {
        if (isOver()) {
            return;
        }
        var search = new LazySearch(prepared.plainly(within(expansions)), weight, best.cost());
        boolean found = search.run();
        best.did(search.counts());
        if (found) {
            best.offer(origins(search.way()));
        } else if (search.exhausted()) {
            exhausted();
        }
    }

    private void prove(Setting setting) {
        if (isOver()) {
            return;
        }
        var search = new AStar(setting, best.cost());
        var end = search.run();
        best.did(search.counts());
        if (search.found()) {
            best.offer(origins(search.way()));
        }
        switch (end) {
            case PROVEN -> exhausted();
            case LIMIT -> best.raise(search.bound());
        }
    }

    /// Nothing cheaper than the best exists.
    private void exhausted() {
        noPlan = !best.exists();
        best.raise(best.cost());
    }

    private void polish(int expansions) {
        if (!best.exists()) {
            return;
        }
        var windows = new PlanWindows(task, limits, expansions);
        for (int length : WINDOWS) {
            if (!isOver()) {
                best.offer(windows.improved(best.plan(), length));
            }
        }
        best.did(windows.counts());
    }

    private void reorder(int seed) {
        if (!isOver()) {
            best.offer(Linearisation.of(task, best.plan(), seed));
        }
    }

    private int[] origins(int[] way) {
        return Arrays.stream(way).map(each -> prepared.task().origin[each]).toArray();
    }
}
