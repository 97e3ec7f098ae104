package muster.charts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import muster.charts.DependencyGraph.Bond;
import muster.charts.DependencyGraph.Kind;
import muster.charts.DependencyGraph.Link;
import muster.charts.DependencyGraph.Node;
import muster.charts.DependencyGraph.Weight;
import muster.plan.AgentId;
import muster.planning.ActionPlan;
import muster.planning.CausalLink;
import muster.planning.Endpoint;
import muster.planning.Step;
import muster.report.Show;

/// The dependency graph of what a planner found: its steps, the goal, and for which fact or amount each is done.
final class ActionGraph {
    /// No action can have it.
    private static final String GOAL = "goal/";

    private static final double LABEL = 180;

    private final ActionPlan plan;

    private record Ends(String from, String to) {}

    private ActionGraph(ActionPlan plan) {
        this.plan = plan;
    }

    static DependencyGraph of(String title, ActionPlan plan) {
        return new ActionGraph(plan).graph(title);
    }

    private DependencyGraph graph(String title) {
        var nodes = new ArrayList<Node>();
        plan.steps().forEach(step -> nodes.add(node(step)));
        nodes.add(new Node(GOAL, null, Kind.GOAL, Weight.USUAL, 0, "Goal", "", "What the plan is to reach"));
        var says = "Dependency graph of " + Words.count(plan.steps().size(), "step") + " to the goal.";
        return new DependencyGraph(Show.line(title), says, List.of(), nodes, links());
    }

    private Node node(Step step) {
        var action = step.action();
        var owners =
                String.join(", ", action.owners().stream().map(AgentId::value).toList());
        var time = action.estimate().likely().isZero()
                ? ""
                : Words.time(action.estimate().likely());
        var note = owners + (owners.isEmpty() || time.isEmpty() ? "" : ", ") + time;
        var says = Show.line(plan.why(step.number()).text(plan));
        return new Node(id(step.number()), null, Kind.WORK, Weight.USUAL, 0, Show.line(action.title()), note, says);
    }

    private String id(int step) {
        return plan.steps().get(step).action().id().value();
    }

    /// What makes something true for a step, and what only has to come before it.
    private List<Link> links() {
        Map<Ends, Set<String>> facts = new LinkedHashMap<>();
        for (var link : plan.links()) {
            if (link.provider() instanceof Endpoint.At(int step)) {
                facts.computeIfAbsent(new Ends(id(step), consumer(link)), _ -> new TreeSet<>())
                        .add(link.fact().value());
            }
        }
        var order = new HashSet<Ends>();
        plan.steps()
                .forEach(step -> step.after().forEach(before -> order.add(new Ends(id(before), id(step.number())))));
        order.stream()
                .filter(ends -> !facts.containsKey(ends))
                .sorted((a, b) -> (a.from + " " + a.to).compareTo(b.from + " " + b.to))
                .forEach(ends -> facts.put(ends, Set.of()));
        return facts.entrySet().stream()
                .map(each -> new Link(
                        each.getKey().from(),
                        each.getKey().to(),
                        Bond.NEED,
                        Weight.USUAL,
                        Texts.cut(String.join(", ", each.getValue()), Drawing.TEXT, LABEL)))
                .toList();
    }

    private String consumer(CausalLink link) {
        return switch (link.consumer()) {
            case Endpoint.At(int step) -> id(step);
            case Endpoint.Goal _, Endpoint.Start _ -> GOAL;
        };
    }
}
