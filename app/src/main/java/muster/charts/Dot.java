package muster.charts;

import java.util.ArrayList;
import java.util.List;
import muster.charts.DependencyGraph.Bond;
import muster.charts.DependencyGraph.Group;
import muster.charts.DependencyGraph.Kind;
import muster.charts.DependencyGraph.Link;
import muster.charts.DependencyGraph.Node;
import muster.charts.DependencyGraph.Weight;
import muster.report.Show;

/// A dependency graph in DOT, the language of Graphviz: groups as clusters, ids of nodes as they are.
final class Dot {
    private static final String CRITICAL = "color=\"#c2410c\", penwidth=2.5";

    private final DependencyGraph graph;
    private final List<String> lines = new ArrayList<>();

    private Dot(DependencyGraph graph) {
        this.graph = graph;
    }

    static String write(DependencyGraph graph) {
        return new Dot(graph).written();
    }

    private String written() {
        lines.add("digraph " + quoted(graph.title()) + " {");
        lines.add("  graph [rankdir=TB, label=" + quoted(graph.title()) + ", tooltip=" + quoted(graph.says()) + "];");
        lines.add("  node [shape=box];");
        graph.groups().forEach(this::cluster);
        graph.nodes().stream().filter(node -> node.group() == null).forEach(node -> lines.add("  " + text(node)));
        graph.links().forEach(link -> lines.add("  " + text(link)));
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private void cluster(Group group) {
        lines.add("  subgraph " + quoted("cluster_" + group.id()) + " {");
        lines.add("    label=" + quoted(group.title()) + ";");
        graph.nodes().stream()
                .filter(node -> group.id().equals(node.group()))
                .forEach(node -> lines.add("    " + text(node)));
        lines.add("  }");
    }

    private static String text(Node node) {
        var label = escaped(node.title()) + (node.note().isEmpty() ? "" : "\\n" + escaped(node.note()));
        return quoted(node.id()) + " [label=\"" + label + "\", tooltip=" + quoted(node.says()) + shape(node.kind())
                + (node.weight() == Weight.CRITICAL ? ", " + CRITICAL : "") + "];";
    }

    private static String shape(Kind kind) {
        return switch (kind) {
            case WORK, PHASE -> "";
            case MILESTONE -> ", shape=hexagon";
            case GATE -> ", shape=octagon";
            case GOAL -> ", shape=ellipse";
            case JOINT -> ", shape=point";
        };
    }

    private static String text(Link link) {
        var details = new ArrayList<String>();
        if (!link.label().isEmpty()) {
            details.add("label=" + quoted(link.label()));
        }
        if (link.weight() == Weight.CRITICAL) {
            details.add(CRITICAL);
        }
        if (link.bond() == Bond.WAIT) {
            details.add("style=dashed");
        }
        return quoted(link.from()) + " -> " + quoted(link.to())
                + (details.isEmpty() ? "" : " [" + String.join(", ", details) + "]") + ";";
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return Show.line(text).replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
