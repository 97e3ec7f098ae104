package muster.charts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.charts.Implied.Pair;

/// Puts phases together until so few are left that a page shows them: first those that come after the same and before
/// the same, and those that follow each other with nothing else between; if these are still too many, neighbours of one
/// rank, and at last whole ranks. Deterministic; no links but those of the phases arise.
final class PhaseClusters {
    private final Collection<Pair> links;
    private final IntPredicate critical;
    private final int most;
    private final int[] cluster;
    private int count;

    /// What comes before a cluster, what comes after it, and whether the end of the whole hangs on it.
    private record Place(SortedSet<Integer> before, SortedSet<Integer> after, boolean critical) {}

    private PhaseClusters(int phases, Collection<Pair> links, IntPredicate critical, int most) {
        this.links = links;
        this.critical = critical;
        this.most = most;
        this.cluster = IntStream.range(0, phases).toArray();
        this.count = phases;
    }

    /// The cluster of each phase. What comes before has the smaller number, else what has the earlier first phase;
    /// phases that are few enough keep theirs.
    ///
    /// @param phases how many there are, numbered from 0 in the order of the plan
    /// @param most clusters that may be left
    static int[] of(int phases, Collection<Pair> links, IntPredicate critical, int most) {
        var clusters = new PhaseClusters(phases, links, critical, most);
        for (int before = -1; clusters.count > most && clusters.count != before; ) {
            before = clusters.count;
            clusters.joinAlike();
            if (clusters.count > most) {
                clusters.joinRows();
            }
        }
        clusters.joinRanks();
        if (clusters.count < phases) {
            clusters.order();
        }
        return clusters.cluster;
    }

    /// Numbers clusters anew so that what comes before has the smaller number, as far as no ring is in the way.
    private void order() {
        var places = places();
        int[] waiting = places.stream().mapToInt(place -> place.before().size()).toArray();
        var left = IntStream.range(0, count).boxed().collect(Collectors.toCollection(TreeSet::new));
        var ready = left.stream().filter(each -> waiting[each] == 0).collect(Collectors.toCollection(TreeSet::new));
        int[] number = new int[count];
        for (int next = 0; next < count; next++) {
            int each = ready.isEmpty() ? left.first() : ready.first();
            ready.remove(each);
            left.remove(each);
            number[each] = next;
            places.get(each).after().stream()
                    .filter(after -> --waiting[after] == 0 && left.contains(after))
                    .forEach(ready::add);
        }
        for (int phase = 0; phase < cluster.length; phase++) {
            cluster[phase] = number[cluster[phase]];
        }
    }

    private List<Place> places() {
        var onPath = new boolean[count];
        for (int phase = 0; phase < cluster.length; phase++) {
            onPath[cluster[phase]] |= critical.test(phase);
        }
        var places = IntStream.range(0, count)
                .mapToObj(each -> new Place(new TreeSet<>(), new TreeSet<>(), onPath[each]))
                .toList();
        for (var link : links) {
            int from = cluster[link.from()];
            int to = cluster[link.to()];
            if (from != to) {
                places.get(from).after().add(to);
                places.get(to).before().add(from);
            }
        }
        return places;
    }

    private void joinAlike() {
        var places = places();
        join(places::get);
    }

    /// Rows are cut where they would get longer than their share of all phases.
    private void joinRows() {
        var places = places();
        int longest = Math.max(2, (cluster.length + most - 1) / most);
        int[] size = new int[count];
        IntStream.of(cluster).forEach(each -> size[each]++);
        int[] row = IntStream.range(0, count).toArray();
        for (int each = 0; each < count; each++) {
            int next = onlyNext(each, places);
            if (next > each && size[row[each]] + size[next] <= longest) {
                size[row[each]] += size[next];
                row[next] = row[each];
            }
        }
        join(each -> row[each]);
    }

    /// The cluster that comes after this one alone and nothing else does; -1 if there is none.
    private static int onlyNext(int each, List<Place> places) {
        var after = places.get(each).after();
        return after.size() == 1 && places.get(after.first()).before().size() == 1 ? after.first() : -1;
    }

    private void joinRanks() {
        if (count <= most) {
            return;
        }
        int[] rank = ranks();
        int ranks = IntStream.of(rank).max().orElse(0) + 1;
        if (ranks > most) {
            join(each -> (long) rank[each] * most / ranks);
            return;
        }
        int width = IntStream.rangeClosed(1, count)
                .filter(wide -> shares(rank, ranks, wide) <= most)
                .findFirst()
                .orElse(count);
        int[] place = new int[ranks];
        var share = new ArrayList<List<Integer>>();
        for (int each : rank) {
            share.add(List.of(each, place[each]++ / width));
        }
        join(share::get);
    }

    private static int shares(int[] rank, int ranks, int width) {
        int[] size = new int[ranks];
        IntStream.of(rank).forEach(each -> size[each]++);
        return IntStream.of(size).map(each -> (each + width - 1) / width).sum();
    }

    /// One more than the highest rank of what comes before; links against the order of the plan do not count.
    private int[] ranks() {
        var places = places();
        int[] rank = new int[count];
        for (int each = 0; each < count; each++) {
            for (int earlier : places.get(each).before().headSet(each)) {
                rank[each] = Math.max(rank[each], rank[earlier] + 1);
            }
        }
        return rank;
    }

    /// Clusters with equal keys become one.
    private void join(IntFunction<Object> key) {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] joined = new int[count];
        for (int each = 0; each < count; each++) {
            joined[each] = numbers.computeIfAbsent(key.apply(each), _ -> numbers.size());
        }
        count = numbers.size();
        for (int phase = 0; phase < cluster.length; phase++) {
            cluster[phase] = joined[cluster[phase]];
        }
    }
}
