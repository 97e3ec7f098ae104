package muster.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.charts.DependencyGraph.Bond;
import muster.charts.DependencyGraph.Kind;
import muster.charts.DependencyGraph.Link;
import muster.charts.DependencyGraph.Node;
import muster.charts.DependencyGraph.Weight;

/// A dependency graph as a flowchart of Mermaid.
final class MermaidFlowchart {
    private final DependencyGraph graph;
    private final Map<String, String> names = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private MermaidFlowchart(DependencyGraph graph) {
        this.graph = graph;
        graph.groups().forEach(group -> names.put(group.id(), "g" + (names.size() + 1)));
        graph.nodes().forEach(node -> names.put(node.id(), "n" + (names.size() + 1)));
    }

    /// Of the items, or of the phases if Mermaid would not draw so much.
    static String write(Timetable table) {
        var graph = ScheduleGraph.of(table);
        var text = write(graph);
        boolean tooMuch = graph.links().size() > MermaidText.MOST_LINKS || text.length() > MermaidText.LONGEST;
        return tooMuch ? write(ScheduleGraph.ofPhases(table)) : text;
    }

    static String write(DependencyGraph graph) {
        return new MermaidFlowchart(graph).written();
    }

    private String written() {
        lines.add("flowchart TB");
        lines.add("    accTitle: " + MermaidText.line("Dependencies of " + graph.title()));
        lines.add("    accDescr: " + MermaidText.line(graph.says()));
        lines.add("    classDef critical stroke:#c2410c,stroke-width:3px");
        for (var group : graph.groups()) {
            lines.add("    subgraph " + name(group.id()) + "[\"" + MermaidText.label(group.title()) + "\"]");
            nodes(group.id(), "        ");
            lines.add("    end");
        }
        graph.nodes().stream().filter(node -> node.group() == null).forEach(node -> lines.add("    " + text(node)));
        graph.links().forEach(link -> lines.add("    " + text(link)));
        return String.join("\n", lines) + "\n";
    }

    private String name(String end) {
        return names.getOrDefault(end, end);
    }

    private void nodes(String group, String indent) {
        graph.nodes().stream()
                .filter(node -> group.equals(node.group()))
                .forEach(node -> lines.add(indent + text(node)));
    }

    private String text(Node node) {
        var label = "\"" + MermaidText.label(node.title())
                + (node.note().isEmpty() ? "" : "<br/>" + MermaidText.label(node.note())) + "\"";
        return name(node.id()) + shaped(node.kind(), label) + (node.weight() == Weight.CRITICAL ? ":::critical" : "");
    }

    private static String shaped(Kind kind, String label) {
        return switch (kind) {
            case WORK, PHASE -> "[" + label + "]";
            case MILESTONE -> "{{" + label + "}}";
            case GATE -> "[[" + label + "]]";
            case GOAL -> "([" + label + "])";
            case JOINT -> "((\" \"))";
        };
    }

    private String text(Link link) {
        var arrow = link.bond() == Bond.WAIT ? " -.-> " : link.weight() == Weight.CRITICAL ? " ==> " : " --> ";
        var label = link.label().isEmpty() ? "" : "|\"" + MermaidText.label(link.label()) + "\"| ";
        return name(link.from()) + arrow + label + name(link.to());
    }
}
