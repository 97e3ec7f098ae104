package muster.charts;

import muster.charts.Timetable.Arc;
import muster.plan.LinkKind;

/// What a link between two items means, and how it reads.
final class ArcWords {
    private ArcWords() {}

    /// True if the later item never starts before the earlier one is finished.
    static boolean holdsBack(Arc arc) {
        return arc.kind() == LinkKind.FINISH_TO_START && !arc.lag().time().isNegative();
    }

    static boolean isPlain(Arc arc) {
        return arc.kind() == LinkKind.FINISH_TO_START && arc.lag().isZero();
    }

    /// Such as `SS + 2 h`.
    static String label(Arc arc) {
        if (isPlain(arc)) {
            return "";
        }
        var kind = switch (arc.kind()) {
            case FINISH_TO_START -> "FS";
            case START_TO_START -> "SS";
            case FINISH_TO_FINISH -> "FF";
            case START_TO_FINISH -> "SF";
        };
        var lag = arc.lag().time();
        return kind + (lag.isZero() ? "" : (lag.isNegative() ? " - " : " + ") + Words.time(lag.abs()));
    }
}
