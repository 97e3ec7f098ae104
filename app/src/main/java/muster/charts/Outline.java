package muster.charts;

import java.util.List;
import muster.charts.DependencyGraph.Kind;
import muster.charts.Drawing.Box;
import muster.charts.Drawing.Spot;

/// The forms of nodes, as ways of SVG: boxes that are cut more or less at their corners.
final class Outline {
    private static final double SLANT = 9;

    private Outline() {}

    /// Work is a rectangle, a milestone pointed at both sides, a gate cut at its corners, a joint a diamond.
    static String of(Kind kind, Box box) {
        double half = box.height() / 2;
        double slant = Math.min(SLANT, box.height() / 3);
        return switch (kind) {
            case WORK, PHASE -> cut(box, 0, 0);
            case MILESTONE -> cut(box, SLANT, half);
            case GATE, GOAL -> cut(box, slant, slant);
            case JOINT -> cut(box, box.width() / 2, half);
        };
    }

    private static String cut(Box box, double across, double down) {
        double left = box.x();
        double top = box.y();
        double right = left + box.width();
        double bottom = top + box.height();
        return closed(
                new Spot(left + across, top),
                new Spot(right - across, top),
                new Spot(right, top + down),
                new Spot(right, bottom - down),
                new Spot(right - across, bottom),
                new Spot(left + across, bottom),
                new Spot(left, bottom - down),
                new Spot(left, top + down));
    }

    static String closed(Spot... corners) {
        return "M"
                + String.join(" L", List.of(corners).stream().map(Drawing::at).toList()) + " Z";
    }
}
