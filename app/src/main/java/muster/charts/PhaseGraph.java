package muster.charts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.charts.DependencyGraph.Bond;
import muster.charts.DependencyGraph.Kind;
import muster.charts.DependencyGraph.Link;
import muster.charts.DependencyGraph.Node;
import muster.charts.Implied.Pair;
import muster.charts.Timetable.Lane;
import muster.plan.TaskId;

/// The dependency graph of the phases of a schedule: one comes before another if an item of it does; what others imply
/// is left out. Phases that are too many for a page, or have too many links, stand together in clusters.
final class PhaseGraph {
    /// Clusters that a page shows so that they can still be read.
    static final int MOST_CLUSTERS = 100;

    /// Clusters are so few at the most that whoever wants to know more has to look at the phases themselves.
    private static final List<Integer> FEWER = List.of(MOST_CLUSTERS, 70, 50, 35, 25);

    /// Links that can be followed by eye on one page. What is hardly more than a tree has no lines that cross.
    static final int MOST_LINKS = 60;

    private static final int MOST_NAMED = 20;

    private final Timetable table;
    private final Map<TaskId, Integer> laneOf = new HashMap<>();
    private final Set<Integer> critical = new HashSet<>();

    PhaseGraph(Timetable table) {
        this.table = table;
        for (int lane = 0; lane < table.lanes().size(); lane++) {
            for (var bar : table.lanes().get(lane).bars()) {
                laneOf.put(bar.id(), lane);
            }
        }
        table.head().path().forEach(item -> critical.add(lane(item)));
    }

    private int lane(TaskId item) {
        return laneOf.getOrDefault(item, 0);
    }

    DependencyGraph graph() {
        var steps = new LinkedHashSet<Pair>();
        table.arcs().forEach(arc -> steps.add(new Pair(lane(arc.from()), lane(arc.to()))));
        int phases = table.lanes().size();
        int most = phases > Gantt.MOST_ITEMS ? MOST_CLUSTERS : Gantt.MOST_ITEMS;
        var page = page(steps, most);
        for (int fewer : FEWER) {
            page = fewer < most && !page.isReadable() ? page(steps, fewer) : page;
        }
        int[] cluster = page.cluster();
        var nodes = IntStream.range(0, phases)
                .boxed()
                .collect(Collectors.groupingBy(phase -> cluster[phase], TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::node)
                .toList();
        var links = links(page, nodes);
        var more = nodes.size() < phases
                ? " Boxes stand for several phases each, " + nodes.size() + " in all."
                : " Phases stand for their items.";
        return new DependencyGraph(
                table.head().title(), ScheduleGraph.says(table, links.size(), more), List.of(), nodes, links);
    }

    /// Phases in clusters, and what leads from cluster to cluster.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Page(int[] cluster, List<Pair> links, Set<Pair> critical) {
        boolean isReadable() {
            int boxes = IntStream.of(cluster).max().orElse(0) + 1;
            return links.size() <= Math.max(MOST_LINKS, boxes + boxes / 8);
        }
    }

    private Page page(Set<Pair> steps, int most) {
        int[] cluster = PhaseClusters.of(table.lanes().size(), steps, critical::contains, most);
        var path = table.head().path();
        var onPath = new HashSet<Pair>();
        for (int i = 1; i < path.size(); i++) {
            onPath.add(new Pair(cluster[lane(path.get(i - 1))], cluster[lane(path.get(i))]));
        }
        var all = steps.stream()
                .map(step -> new Pair(cluster[step.from()], cluster[step.to()]))
                .filter(step -> step.from() != step.to())
                .distinct()
                .toList();
        // Items of two phases may lead both ways; only what leads on is without rings.
        var onward = all.stream().filter(link -> link.from() < link.to()).toList();
        var implied = new Implied(cluster.length, onward);
        var links = all.stream()
                .filter(link ->
                        link.from() > link.to() || onPath.contains(link) || !implied.isImplied(link.from(), link.to()))
                .toList();
        return new Page(cluster, links, onPath);
    }

    private static List<Link> links(Page page, List<Node> nodes) {
        return page.links().stream()
                .map(link -> new Link(
                        nodes.get(link.from()).id(),
                        nodes.get(link.to()).id(),
                        Bond.NEED,
                        ScheduleGraph.weight(page.critical().contains(link)),
                        ""))
                .toList();
    }

    private Node node(List<Integer> phases) {
        var lanes = phases.stream().map(table.lanes()::get).toList();
        var first = lanes.getFirst();
        var last = lanes.getLast();
        boolean alone = lanes.size() == 1;
        var bars = lanes.stream().flatMap(lane -> lane.bars().stream()).toList();
        var count = (alone ? "" : Words.count(lanes.size(), "phase") + ", ") + Words.count(bars.size(), "item");
        var together = new Lane(first.id(), first.title(), bars);
        return new Node(
                ScheduleGraph.PHASE + first.id() + (alone ? "" : ".." + last.id()),
                null,
                Kind.PHASE,
                ScheduleGraph.weight(phases.stream().anyMatch(critical::contains)),
                0,
                first.title() + (alone ? "" : " … " + last.title()),
                count,
                named(lanes) + ": " + count + ", " + together.start() + " to " + together.finish());
    }

    private static String named(List<Lane> lanes) {
        return lanes.stream().limit(MOST_NAMED).map(Lane::title).collect(Collectors.joining(", "))
                + (lanes.size() > MOST_NAMED ? " and " + (lanes.size() - MOST_NAMED) + " more" : "");
    }
}
