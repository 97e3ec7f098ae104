package muster.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.charts.DependencyGraph.Bond;
import muster.charts.DependencyGraph.Kind;
import muster.charts.DependencyGraph.Link;
import muster.charts.DependencyGraph.Node;
import muster.plan.TaskId;

/// The dependency graph of the phases of a schedule: one comes before another if an item of it does.
final class PhaseGraph {
    private final Timetable table;
    private final Map<TaskId, String> phases = new HashMap<>();

    /// From one phase to another.
    private record Step(String from, String to) {}

    PhaseGraph(Timetable table) {
        this.table = table;
        table.lanes()
                .forEach(lane -> lane.bars().forEach(bar -> phases.put(bar.id(), ScheduleGraph.PHASE + lane.id())));
    }

    private Step step(TaskId from, TaskId to) {
        return new Step(phases.getOrDefault(from, ""), phases.getOrDefault(to, ""));
    }

    DependencyGraph graph() {
        var path = table.head().path();
        Set<Step> onPath = new HashSet<>();
        for (int i = 1; i < path.size(); i++) {
            onPath.add(step(path.get(i - 1), path.get(i)));
        }
        var nodes = new ArrayList<Node>();
        for (var lane : table.lanes()) {
            var id = ScheduleGraph.PHASE + lane.id();
            var weight = ScheduleGraph.weight(path.stream().anyMatch(item -> id.equals(phases.get(item))));
            var count = Words.count(lane.bars().size(), "item");
            var says = lane.title() + ": " + count + ", " + lane.start() + " to " + lane.finish();
            nodes.add(new Node(id, null, Kind.PHASE, weight, 0, lane.title(), count, says));
        }
        var steps = new LinkedHashSet<Step>();
        table.arcs().forEach(arc -> steps.add(step(arc.from(), arc.to())));
        var links = steps.stream()
                .filter(step -> !step.from().equals(step.to()))
                .map(step ->
                        new Link(step.from(), step.to(), Bond.NEED, ScheduleGraph.weight(onPath.contains(step)), ""))
                .toList();
        var says = ScheduleGraph.says(table, links.size(), " Phases stand for their items.");
        return new DependencyGraph(table.head().title(), says, List.of(), nodes, links);
    }
}
