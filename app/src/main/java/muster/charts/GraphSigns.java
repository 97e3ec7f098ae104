package muster.charts;

import java.util.List;
import muster.charts.DependencyGraph.Bond;
import muster.charts.DependencyGraph.Kind;
import muster.charts.DependencyGraph.Weight;
import muster.charts.Drawing.Box;
import muster.charts.Drawing.Spot;

/// The legend of a dependency graph, and the numbers of the critical path.
record GraphSigns(Drawing drawing) {

    /// The place on the critical path, upon the upper edge.
    void badge(Spot at, String place) {
        double wide = Texts.width(place, Drawing.TEXT) + 8;
        drawing.rectangle("badge", new Box(at.x() - 10, at.y() - 9, wide, 16));
        drawing.text("on-badge middle", new Spot(at.x() - 10 + wide / 2, at.y() + 3.5), place);
    }

    /// What the forms that occur mean, in a row.
    void legend(DependencyGraph graph, Spot at) {
        double y = at.y();
        double x = at.x();
        for (var kind : List.of(Kind.WORK, Kind.MILESTONE, Kind.GATE, Kind.PHASE, Kind.GOAL)) {
            if (graph.nodes().stream().anyMatch(node -> node.kind() == kind)) {
                drawing.path("node " + Words.of(kind) + "-node", Outline.of(kind, new Box(x, y - 8, 26, 16)));
                drawing.text("soft", new Spot(x + 34, y + 4), Words.of(kind));
                x += 110;
            }
        }
        if (graph.nodes().stream().anyMatch(node -> node.weight() == Weight.CRITICAL)) {
            drawing.path("node critical-node", Outline.of(Kind.WORK, new Box(x, y - 8, 26, 16)));
            badge(new Spot(x + 2, y - 8), "1");
            drawing.text("soft", new Spot(x + 34, y + 4), "critical, with its place on the critical path");
            x += 330;
        }
        if (graph.links().stream().anyMatch(link -> link.bond() == Bond.WAIT)) {
            drawing.line("link critical-link wait", new Spot(x, y), new Spot(x + 26, y));
            drawing.text("soft", new Spot(x + 34, y + 4), "waited for a busy agent");
        }
    }
}
