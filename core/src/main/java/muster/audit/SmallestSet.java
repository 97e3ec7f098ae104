package muster.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.ExpectationId;

/// Finds the fewest unmet or untested expectations whose resolution turns the verdict into GO or GO-WITH-CONDITIONS; of
/// equally few, those that take least time.
///
/// Cases of equal standing are interchangeable for a policy, so only how many of each are resolved matters. Since
/// policies are monotone, each standing has a least number that is needed even if all others are resolved; from those
/// least numbers on, more and more are tried. That is exact while there are at most [#MOST] combinations, which 20
/// cases never exceed; beyond it, cases are dropped one by one from the whole set for as long as the verdict holds.
final class SmallestSet {
    /// All subsets of 20 cases, the size to which the search has to be exact.
    static final long MOST = 1L << 20;

    private static final List<Tally.Load> NOTHING = List.of(Tally.Load.NONE);

    private final Tally tally;
    private final DecisionAlgebra algebra;
    private final TreeMap<Case.Standing, List<Case>> open = new TreeMap<>();
    /// What the first n cases of a standing take, for every n.
    private final Map<Case.Standing, List<Tally.Load>> loads = new HashMap<>();

    private final Map<Aggregates, Verdict> seen = new HashMap<>();

    SmallestSet(Tally tally, List<Case> cases, DecisionAlgebra algebra) {
        this.tally = tally;
        this.algebra = algebra;
        cases.stream()
                .filter(each -> each.standing().readiness() != Readiness.READY)
                .sorted(Comparator.comparing(Case::delay).thenComparing(Case::id))
                .forEach(each -> open.computeIfAbsent(each.standing(), _ -> new ArrayList<>())
                        .add(each));
        open.forEach((standing, all) -> loads.put(standing, sums(all)));
    }

    /// The ids in order; empty if the verdict is good already or nothing here turns it.
    List<ExpectationId> find() {
        var everything = new TreeMap<Case.Standing, Integer>();
        open.forEach((standing, cases) -> everything.put(standing, cases.size()));
        if (turns(Map.of()) || !turns(everything)) {
            return List.of();
        }
        var least = least(everything);
        return ids(combinations(least) <= MOST ? exact(least) : greedy(everything));
    }

    /// How many of each standing are needed even if all others are resolved.
    private SortedMap<Case.Standing, Integer> least(SortedMap<Case.Standing, Integer> everything) {
        var least = new TreeMap<Case.Standing, Integer>();
        everything.forEach((standing, all) -> least.put(standing, least(standing, all, everything)));
        return least;
    }

    private int least(Case.Standing standing, int all, SortedMap<Case.Standing, Integer> everything) {
        var tooFew = -1;
        var enough = all;
        while (enough - tooFew > 1) {
            var middle = (tooFew + enough) / 2;
            var some = new TreeMap<>(everything);
            some.put(standing, middle);
            if (turns(some)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    private double combinations(SortedMap<Case.Standing, Integer> least) {
        return open.entrySet().stream()
                .mapToDouble(entry -> entry.getValue().size() - least.getOrDefault(entry.getKey(), 0) + 1.0)
                .reduce(1, (a, b) -> a * b);
    }

    private Map<Case.Standing, Integer> exact(SortedMap<Case.Standing, Integer> least) {
        return Stream.iterate(sum(least), size -> size + 1)
                .flatMap(size -> of(size, least, List.copyOf(open.keySet()))
                        .filter(this::turns)
                        .min(Comparator.comparing(this::delay))
                        .stream())
                .findFirst()
                .orElseThrow();
    }

    /// All ways to take so many cases, at least so many of each standing.
    private Stream<Map<Case.Standing, Integer>> of(
            int size, SortedMap<Case.Standing, Integer> least, List<Case.Standing> from) {
        if (from.isEmpty()) {
            return size == sum(least) ? Stream.of(least) : Stream.empty();
        }
        var standing = from.getFirst();
        var needed = least.getOrDefault(standing, 0);
        var most = Math.min(cases(standing).size(), needed + size - sum(least));
        return IntStream.rangeClosed(needed, most).boxed().flatMap(count -> {
            var more = new TreeMap<>(least);
            more.put(standing, count);
            return of(size, more, from.subList(1, from.size()));
        });
    }

    private static int sum(SortedMap<Case.Standing, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Map<Case.Standing, Integer> greedy(Map<Case.Standing, Integer> everything) {
        var kept = new TreeMap<>(everything);
        for (var standing : open.descendingKeySet()) {
            while (kept.getOrDefault(standing, 0) > 0 && turns(oneLess(kept, standing))) {
                kept.merge(standing, -1, Integer::sum);
            }
        }
        return kept;
    }

    private static Map<Case.Standing, Integer> oneLess(Map<Case.Standing, Integer> kept, Case.Standing standing) {
        var less = new TreeMap<>(kept);
        less.merge(standing, -1, Integer::sum);
        return less;
    }

    private boolean turns(Map<Case.Standing, Integer> resolved) {
        var figures = tally.resolving(resolved, load(resolved)).aggregates();
        return seen.computeIfAbsent(figures, algebra::verdict).compareTo(Verdict.GO_WITH_CONDITIONS) >= 0;
    }

    private Tally.Load load(Map<Case.Standing, Integer> resolved) {
        return resolved.entrySet().stream()
                .map(entry -> loads.getOrDefault(entry.getKey(), NOTHING).get(entry.getValue()))
                .reduce(Tally.Load.NONE, Tally.Load::plus);
    }

    private static List<Tally.Load> sums(List<Case> cases) {
        var sums = new ArrayList<>(NOTHING);
        cases.forEach(each -> sums.add(sums.getLast().plus(Tally.Load.of(each))));
        return sums;
    }

    private Duration delay(Map<Case.Standing, Integer> resolved) {
        return chosen(resolved).map(Case::delay).reduce(Duration.ZERO, Duration::plus);
    }

    private List<ExpectationId> ids(Map<Case.Standing, Integer> resolved) {
        return chosen(resolved).map(Case::id).sorted().toList();
    }

    private Stream<Case> chosen(Map<Case.Standing, Integer> resolved) {
        return resolved.entrySet().stream()
                .flatMap(entry -> cases(entry.getKey()).stream().limit(entry.getValue()));
    }

    private List<Case> cases(Case.Standing standing) {
        return open.getOrDefault(standing, List.of());
    }
}
