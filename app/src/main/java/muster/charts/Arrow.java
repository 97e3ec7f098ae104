package muster.charts;

import java.util.ArrayList;
import java.util.List;
import muster.charts.Drawing.Spot;

/// Arrows along corners, as ways of SVG.
final class Arrow {
    private static final double ARROW = 7;
    private static final double ROUND = 5;

    private Arrow() {}

    /// The line, round at its corners, up to the head.
    static String shaft(List<Spot> corners) {
        return rounded(shortened(corners));
    }

    /// Ends where the head of the arrow begins.
    private static List<Spot> shortened(List<Spot> corners) {
        var all = new ArrayList<>(corners);
        all.set(all.size() - 1, towards(corners.getLast(), corners.get(corners.size() - 2), ARROW - 1));
        return all;
    }

    private static String rounded(List<Spot> corners) {
        var way = new StringBuilder("M").append(Drawing.at(corners.getFirst()));
        for (int i = 1; i < corners.size() - 1; i++) {
            var corner = corners.get(i);
            way.append(" L").append(Drawing.at(towards(corner, corners.get(i - 1), ROUND)));
            way.append(" Q").append(Drawing.at(corner)).append(' ');
            way.append(Drawing.at(towards(corner, corners.get(i + 1), ROUND)));
        }
        return way.append(" L").append(Drawing.at(corners.getLast())).toString();
    }

    /// From a corner that far towards another, at most half of the way.
    private static Spot towards(Spot from, Spot to, double far) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double share = length == 0 ? 0 : Math.min(far, length / 2) / length;
        return new Spot(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
    }

    /// The head of an arrow that ends with the last corner.
    static String tip(List<Spot> corners) {
        var end = corners.getLast();
        var before = corners.get(corners.size() - 2);
        double length = Math.max(1e-9, Math.hypot(end.x() - before.x(), end.y() - before.y()));
        double x = (end.x() - before.x()) / length;
        double y = (end.y() - before.y()) / length;
        var back = new Spot(end.x() - ARROW * x, end.y() - ARROW * y);
        return Outline.closed(
                end,
                new Spot(back.x() - ARROW / 2 * y, back.y() + ARROW / 2 * x),
                new Spot(back.x() + ARROW / 2 * y, back.y() - ARROW / 2 * x));
    }
}
