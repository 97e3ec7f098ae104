package muster.charts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import muster.charts.DependencyGraph.Bond;
import muster.charts.DependencyGraph.Group;
import muster.charts.DependencyGraph.Kind;
import muster.charts.DependencyGraph.Node;
import muster.charts.DependencyGraph.Weight;
import muster.charts.Drawing.Box;
import muster.charts.Drawing.Size;
import muster.charts.Drawing.Spot;
import muster.charts.GraphLayout.Placed;
import muster.charts.GraphLayout.Route;

/// A dependency graph in SVG: groups as frames, nodes as boxes whose form tells their kind, links as arrows.
final class GraphDrawing {
    private static final double EDGE = 16;
    private static final double HEAD = 64;
    private static final double FOOT = 48;
    private static final double WIDE = 190;
    private static final double LINE = 16;
    private static final double INSET = 12;

    private static final double DOT = 8;
    /// Room for the legend.
    private static final double LEAST_WIDTH = 860;

    private final DependencyGraph graph;
    private final Map<String, List<String>> titles = new HashMap<>();
    private final Placed placed;
    private final Size size;
    private final Drawing drawing;

    private GraphDrawing(DependencyGraph graph, Look look) {
        this.graph = graph;
        Map<String, Size> sizes = new HashMap<>();
        for (var node : graph.nodes()) {
            if (node.kind() == Kind.JOINT) {
                sizes.put(node.id(), new Size(DOT, DOT));
                continue;
            }
            var lines = Texts.wrapped(node.title(), Drawing.TEXT, WIDE - 2 * INSET);
            titles.put(node.id(), lines);
            double height = LINE * (lines.size() + (node.note().isEmpty() ? 0 : 1)) + INSET + 2;
            sizes.put(node.id(), new Size(WIDE, height));
        }
        placed = GraphLayout.of(graph, sizes);
        size = new Size(
                Math.max(LEAST_WIDTH, placed.size().width()) + 2 * EDGE,
                HEAD + placed.size().height() + FOOT);
        drawing = new Drawing(size, "Dependencies of " + graph.title(), graph.says(), look);
    }

    static String draw(DependencyGraph graph, Look look) {
        return new GraphDrawing(graph, look).drawn();
    }

    private String drawn() {
        drawing.title("Dependencies: " + graph.title());
        graph.groups().forEach(this::group);
        placed.routes().stream()
                .filter(route -> route.link().weight() == Weight.USUAL)
                .forEach(this::route);
        placed.routes().stream()
                .filter(route -> route.link().weight() == Weight.CRITICAL)
                .forEach(this::route);
        graph.nodes().forEach(this::node);
        new GraphSigns(drawing).legend(graph, new Spot(EDGE, size.height() - FOOT / 2));
        return drawing.done();
    }

    private Box box(String id) {
        var box = Objects.requireNonNull(placed.boxes().get(id));
        return new Box(box.x() + EDGE, box.y() + HEAD, box.width(), box.height());
    }

    private static Spot moved(Spot spot) {
        return new Spot(spot.x() + EDGE, spot.y() + HEAD);
    }

    private void group(Group group) {
        var box = box(group.id());
        drawing.group(group.title()).rectangle("frame", box);
        drawing.text(
                        "phase",
                        new Spot(box.x() + INSET, box.y() + 22),
                        Texts.cut(group.title(), Drawing.TEXT * 1.08, box.width() - 2 * INSET))
                .end();
    }

    private void node(Node node) {
        var box = box(node.id());
        drawing.group(node.says());
        drawing.path(
                node.weight() == Weight.CRITICAL ? "node critical-node" : "node " + Words.of(node.kind()) + "-node",
                Outline.of(node.kind(), box));
        double y = box.y() + LINE + 2;
        for (var line : titles.getOrDefault(node.id(), List.of())) {
            drawing.text("name middle", new Spot(box.x() + box.width() / 2, y), line);
            y += LINE;
        }
        if (!node.note().isEmpty()) {
            var note = Texts.cut(node.note(), Drawing.TEXT, WIDE - 2 * INSET);
            drawing.text("soft middle", new Spot(box.x() + box.width() / 2, y), note);
        }
        if (node.place() > 0) {
            new GraphSigns(drawing).badge(new Spot(box.x() + 2, box.y()), String.valueOf(node.place()));
        }
        drawing.end();
    }

    private void route(Route route) {
        var corners = route.corners().stream().map(GraphDrawing::moved).toList();
        var link = route.link();
        var weight = link.weight() == Weight.CRITICAL ? "link critical-link" : "link";
        drawing.path(link.bond() == Bond.WAIT ? weight + " wait" : weight, Arrow.shaft(corners));
        drawing.path(link.weight() == Weight.CRITICAL ? "critical-tip" : "tip", Arrow.tip(corners));
        var label = route.label();
        if (label != null) {
            var at = moved(new Spot(label.x(), label.y()));
            drawing.rectangle("frame-free", new Box(at.x(), at.y(), label.width(), label.height()));
            drawing.text("soft middle", new Spot(at.x() + label.width() / 2, at.y() + Drawing.TEXT), link.label());
        }
    }
}
