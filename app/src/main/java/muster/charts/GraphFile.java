package muster.charts;

import java.util.Arrays;
import java.util.Optional;
import muster.planning.ActionPlan;

/// The forms of a file that holds the graph of a plan's steps, told by the end of its name.
public enum GraphFile {
    SVG(".svg"),
    MMD(".mmd"),
    DOT(".dot");

    private final String end;

    GraphFile(String end) {
        this.end = end;
    }

    /// The form of a file of that name, if it is one.
    public static Optional<GraphFile> of(String name) {
        return Arrays.stream(values()).filter(form -> name.endsWith(form.end)).findFirst();
    }

    /// The text of the file.
    public String text(String title, ActionPlan plan) {
        var graph = ActionGraph.of(title, plan);
        return switch (this) {
            case SVG -> GraphDrawing.draw(graph, Look.PLAIN);
            case MMD -> MermaidFlowchart.write(graph);
            case DOT -> Dot.write(graph);
        };
    }
}
