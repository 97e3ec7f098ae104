package muster.charts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import muster.charts.DependencyGraph.Link;

/// The order of groups from top to bottom, or of nodes if there are no groups; a joint outside stands below all that
/// lead to it.
final class Ranks {
    private static final double HALF = 0.5;

    private final Map<String, Double> ranks = new HashMap<>();
    private final Set<String> outside = new HashSet<>();

    Ranks(DependencyGraph graph) {
        Map<String, Double> groups = new HashMap<>();
        graph.groups().forEach(group -> groups.put(group.id(), (double) groups.size()));
        for (var node : graph.nodes()) {
            var group = node.group() == null ? null : groups.get(node.group());
            if (group != null || groups.isEmpty()) {
                ranks.put(node.id(), group == null ? (double) ranks.size() : group);
            }
        }
        graph.links().forEach(this::lower);
    }

    private void lower(Link link) {
        if (!ranks.containsKey(link.to()) || outside.contains(link.to())) {
            outside.add(link.to());
            ranks.merge(link.to(), rank(link.from()) + HALF, Math::max);
        }
    }

    private double rank(String end) {
        return ranks.getOrDefault(end, 0.0);
    }

    /// True if a link leads back to what stands above.
    boolean isBack(Link link) {
        return rank(link.from()) > rank(link.to());
    }
}
