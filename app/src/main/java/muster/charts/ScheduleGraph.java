package muster.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.charts.DependencyGraph.Bond;
import muster.charts.DependencyGraph.Group;
import muster.charts.DependencyGraph.Kind;
import muster.charts.DependencyGraph.Link;
import muster.charts.DependencyGraph.Node;
import muster.charts.DependencyGraph.Weight;
import muster.charts.Implied.Pair;
import muster.charts.Timetable.Arc;
import muster.charts.Timetable.Bar;
import muster.plan.TaskId;

/// The dependency graph of a schedule: its items in their phases, or its phases, and as few links as say the same.
final class ScheduleGraph {
    static final String PHASE = "phase/";

    /// Items of the critical path in a description that somebody has to listen to.
    private static final int MOST_NAMED = 20;

    private final Timetable table;
    private final List<Bar> bars;
    private final Map<TaskId, Integer> numbers = new HashMap<>();
    private final List<Integer> laneOf = new ArrayList<>();
    private final Set<Pair> path = new LinkedHashSet<>();

    private ScheduleGraph(Timetable table) {
        this.table = table;
        this.bars = table.bars();
        for (int lane = 0; lane < table.lanes().size(); lane++) {
            for (var bar : table.lanes().get(lane).bars()) {
                numbers.put(bar.id(), numbers.size());
                laneOf.add(lane);
            }
        }
        var onPath = table.head().path().stream().filter(numbers::containsKey).toList();
        for (int i = 1; i < onPath.size(); i++) {
            path.add(new Pair(number(onPath.get(i - 1)), number(onPath.get(i))));
        }
    }

    /// Of its items, or of its phases if there are more than [Gantt#MOST_ITEMS] items.
    static DependencyGraph of(Timetable table) {
        return table.bars().size() > Gantt.MOST_ITEMS ? ofPhases(table) : new ScheduleGraph(table).items();
    }

    /// Of its phases: one comes before another if an item of it does.
    static DependencyGraph ofPhases(Timetable table) {
        return new PhaseGraph(table).graph();
    }

    private DependencyGraph items() {
        var groups = table.lanes().stream()
                .map(lane -> new Group(PHASE + lane.id(), lane.title()))
                .toList();
        var lines = lines();
        var nodes = Stream.concat(bars.stream().map(this::node), lines.joints().stream())
                .toList();
        return new DependencyGraph(
                table.head().title(), says(table, lines.links().size(), ""), groups, nodes, lines.links());
    }

    /// What a graph of the table shows.
    static String says(Timetable table, int links, String more) {
        var head = table.head();
        return "Dependency graph of " + Words.count(table.bars().size(), "item") + " in "
                + Words.count(table.lanes().size(), "phase") + " with " + Words.count(links, "link")
                + "; what others imply is left out. Critical path: "
                + String.join(
                        ", ",
                        head.path().stream()
                                .limit(MOST_NAMED)
                                .map(TaskId::value)
                                .toList())
                + (head.path().size() > MOST_NAMED ? " and " + (head.path().size() - MOST_NAMED) + " more" : "")
                + "." + more;
    }

    private Node node(Bar bar) {
        var kind = switch (bar.kind()) {
            case WORK -> Kind.WORK;
            case MILESTONE -> Kind.MILESTONE;
            case GATE -> Kind.GATE;
        };
        var owners = table.owners(bar);
        var work = bar.work().isZero() ? "" : Words.time(bar.work());
        var note = owners + (owners.isEmpty() || work.isEmpty() ? "" : ", ") + work;
        return new Node(
                bar.id().value(),
                PHASE + table.lanes().get(lane(number(bar.id()))).id(),
                kind,
                weight(table.isCritical(bar)),
                table.head().path().indexOf(bar.id()) + 1,
                bar.title(),
                note,
                Words.of(table, bar));
    }

    static Weight weight(boolean critical) {
        return critical ? Weight.CRITICAL : Weight.USUAL;
    }

    private int number(TaskId item) {
        return Objects.requireNonNull(numbers.get(item));
    }

    private int lane(int bar) {
        return laneOf.get(bar);
    }

    private static Pair pair(int from, int to) {
        return new Pair(from, to);
    }

    /// What is drawn: links, and the joints that take the place of several.
    private record Lines(List<Link> links, List<Node> joints) {}

    private Lines lines() {
        var holding = pairs(table.arcs().stream().filter(ArcWords::holdsBack));
        var implied = new Implied(bars.size(), List.copyOf(holding));
        var labelled =
                table.arcs().stream().filter(arc -> !ArcWords.isPlain(arc)).toList();
        var plain = pairs(table.arcs().stream().filter(ArcWords::isPlain));
        plain.removeIf(pair -> implied.isImplied(pair.from(), pair.to()) && !path.contains(pair));
        var waits = new LinkedHashSet<>(path);
        waits.removeAll(plain);
        waits.removeAll(pairs(labelled.stream()));
        waits.removeIf(wait -> lane(wait.from()) != lane(wait.to()));
        var drawn = Joints.of(bars.size(), plain, path, this::lane);
        Map<Integer, Set<Integer>> lanes = new TreeMap<>();
        var links = new ArrayList<Link>();
        for (var pair : drawn.links()) {
            links.add(new Link(
                    id(pair.from()),
                    id(pair.to()),
                    Bond.NEED,
                    weight(drawn.marked().contains(pair)),
                    ""));
            lane(lanes, pair.from(), pair.to());
            lane(lanes, pair.to(), pair.from());
        }
        labelled.forEach(arc -> links.add(new Link(
                arc.from().value(),
                arc.to().value(),
                Bond.NEED,
                weight(path.contains(pair(arc))),
                ArcWords.label(arc))));
        waits.forEach(pair -> links.add(new Link(id(pair.from()), id(pair.to()), Bond.WAIT, Weight.CRITICAL, "")));
        var joints = lanes.entrySet().stream()
                .map(each -> joint(id(each.getKey()), each.getValue()))
                .toList();
        return new Lines(links, joints);
    }

    /// Notes for a joint in which phases it has an end; a joint of joints stands in none.
    private void lane(Map<Integer, Set<Integer>> lanes, int joint, int other) {
        if (joint >= bars.size()) {
            lanes.computeIfAbsent(joint, _ -> new HashSet<>()).add(other < bars.size() ? lane(other) : -1);
        }
    }

    private Node joint(String id, Set<Integer> lanes) {
        int lane = lanes.size() == 1 ? lanes.iterator().next() : -1;
        return new Node(
                id,
                lane < 0 ? null : phase(lane),
                Kind.JOINT,
                Weight.USUAL,
                0,
                "",
                "",
                "All that leads here comes before all that follows.");
    }

    private Set<Pair> pairs(Stream<Arc> arcs) {
        return arcs.map(this::pair).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Pair pair(Arc arc) {
        return pair(number(arc.from()), number(arc.to()));
    }

    /// Of an item or of a joint, whose id nothing else can have.
    private String id(int end) {
        return end < bars.size() ? bars.get(end).id().value() : "joint/" + (end - bars.size() + 1);
    }

    private String phase(int lane) {
        return PHASE + table.lanes().get(lane).id();
    }
}
