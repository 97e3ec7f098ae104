package muster.charts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import muster.charts.Implied.Pair;

/// Fewer lines for the same links: where each of several nodes leads to each of several others, one joint between them
/// takes the place of all those links. Chosen greedily, the largest saving first; a smallest set is not sought.
final class Joints {
    private final Map<Integer, Set<Integer>> before = new LinkedHashMap<>();
    private final Set<Pair> marked;
    private int next;

    /// What is drawn: joints are numbered from the number of nodes on.
    ///
    /// @param marked those that stand for a marked link
    record Drawn(List<Pair> links, Set<Pair> marked) {
        Drawn {
            links = List.copyOf(links);
            marked = Set.copyOf(marked);
        }
    }

    private Joints(int nodes, Collection<Pair> links, Set<Pair> marked) {
        this.next = nodes;
        this.marked = new HashSet<>(marked);
        links.forEach(
                link -> before.computeIfAbsent(link.to(), _ -> new TreeSet<>()).add(link.from()));
    }

    /// @param nodes how many there are, numbered from 0
    /// @param group of a node; a joint takes what comes from one group, and goes on either within it or to others
    static Drawn of(int nodes, Collection<Pair> links, Set<Pair> marked, IntUnaryOperator group) {
        var joints = new Joints(nodes, links, marked);
        IntUnaryOperator whole = node -> node < nodes ? group.applyAsInt(node) : -1;
        joints.joinAll(whole, (from, to) -> from != whole.applyAsInt(to));
        joints.joinAll(whole, (from, to) -> from == whole.applyAsInt(to));
        joints.joinAll(_ -> -1, (_, to) -> to < nodes);
        return joints.drawn();
    }

    /// Whether a joint may lead from nodes of a group to a node or joint.
    @FunctionalInterface
    private interface Way {
        boolean leads(int group, int to);
    }

    /// Nodes of one group, and all to which each of them leads in a way.
    private record Bundle(Set<Integer> sources, List<Integer> targets) {
        int saved() {
            return sources.size() * targets.size() - sources.size() - targets.size();
        }
    }

    private void joinAll(IntUnaryOperator group, Way way) {
        var candidates = new LinkedHashSet<Set<Integer>>();
        for (var sources : before.values()) {
            candidates.addAll(sources.stream()
                    .collect(Collectors.groupingBy(
                            group::applyAsInt, TreeMap::new, Collectors.toCollection(TreeSet::new)))
                    .values());
        }
        candidates.stream()
                .map(sources -> bundle(sources, group, way))
                .filter(bundle -> bundle.saved() > 0)
                .sorted(Comparator.comparingInt(Bundle::saved)
                        .reversed()
                        .thenComparing(bundle -> bundle.sources().toString()))
                .map(bundle -> bundle(bundle.sources(), group, way))
                .filter(bundle -> bundle.saved() > 0)
                .forEach(this::join);
    }

    private Bundle bundle(Set<Integer> sources, IntUnaryOperator group, Way way) {
        int from = group.applyAsInt(sources.iterator().next());
        var targets = before.entrySet().stream()
                .filter(each -> way.leads(from, each.getKey()))
                .filter(each -> each.getValue().containsAll(sources))
                .map(Map.Entry::getKey)
                .toList();
        return new Bundle(sources, targets);
    }

    private void join(Bundle bundle) {
        int joint = next++;
        for (int target : bundle.targets()) {
            bundle.sources().forEach(source -> mark(new Pair(source, target), joint));
            var all = before.getOrDefault(target, Set.of());
            all.removeAll(bundle.sources());
            all.add(joint);
        }
        before.put(joint, new TreeSet<>(bundle.sources()));
    }

    private void mark(Pair link, int joint) {
        if (marked.remove(link)) {
            marked.add(new Pair(link.from(), joint));
            marked.add(new Pair(joint, link.to()));
        }
    }

    private Drawn drawn() {
        var links = new ArrayList<Pair>();
        before.forEach((to, sources) -> sources.forEach(from -> links.add(new Pair(from, to))));
        links.sort(Comparator.comparingInt(Pair::from).thenComparingInt(Pair::to));
        return new Drawn(links, marked);
    }
}
