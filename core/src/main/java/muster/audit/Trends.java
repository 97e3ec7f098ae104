package muster.audit;

import java.util.List;
import muster.audit.Change.Trend;
import org.jspecify.annotations.Nullable;

/// Compares assessments with a baseline.
final class Trends {
    private Trends() {}

    static List<Change> of(List<Assessment> assessments, @Nullable Baseline baseline) {
        if (baseline == null) {
            return List.of();
        }
        var before = baseline.byExpectation();
        return assessments.stream()
                .map(each -> change(each, before.get(each.expectation().id())))
                .toList();
    }

    private static Change change(Assessment now, Baseline.@Nullable Before before) {
        var id = now.expectation().id();
        return before == null
                ? new Change(id, Trend.NEW, null)
                : new Change(id, trend(before, now), before.readiness());
    }

    private static Trend trend(Baseline.Before before, Assessment now) {
        if (before.readiness() == now.readiness()) {
            return now.readiness() == Readiness.PARTIAL ? byLevel(before, now) : Trend.UNCHANGED;
        }
        if (now.readiness() == Readiness.READY) {
            return Trend.FIXED;
        }
        if (before.readiness() == Readiness.READY) {
            return Trend.NEW;
        }
        return distance(now.readiness()) > distance(before.readiness()) ? Trend.WORSE : Trend.BETTER;
    }

    private static Trend byLevel(Baseline.Before before, Assessment now) {
        var higher = now.reached().compareTo(before.reached());
        if (higher == 0) {
            return Trend.UNCHANGED;
        }
        return higher > 0 ? Trend.BETTER : Trend.WORSE;
    }

    /// How far from being met; to know that something is missing is no progress over not knowing it.
    private static int distance(Readiness readiness) {
        return switch (readiness) {
            case READY -> 0;
            case PARTIAL -> 1;
            case UNKNOWN -> 2;
            case BLOCKED -> 3;
            case MISSING -> 4;
        };
    }
}
