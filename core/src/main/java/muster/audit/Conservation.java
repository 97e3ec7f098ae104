package muster.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.plan.DataProbe;
import muster.plan.Expectation;
import muster.plan.Probe;
import muster.plan.Severity;
import org.jspecify.annotations.Nullable;

/// Tables are conserved: those of the baseline, less the dropped, plus the created, are those of now. What was dropped
/// and created is what the plan states for the database ([DataProbe.Conserved]) and what evidence recorded in its
/// attributes `dropped` and `created`.
record Conservation(Baseline baseline, List<Assessment> assessments) {
    private static final String TABLES = "tables";

    /// How many tables somebody counted, and the evidence for it.
    private record Count(long tables, Evidence evidence) {}

    List<AuditFinding> findings() {
        var before = new HashMap<String, Count>();
        baseline.expectations().stream()
                .flatMap(each -> each.evidence().stream())
                .forEach(each -> count(each, before));
        var now = new TreeMap<String, Count>();
        assessments.stream().flatMap(each -> each.evidence().stream()).forEach(each -> count(each, now));
        return now.entrySet().stream()
                .map(entry -> finding(entry.getKey(), before.get(entry.getKey()), entry.getValue()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static void count(Evidence evidence, Map<String, Count> counts) {
        var tables = Counts.of(evidence, TABLES);
        if (tables != null && evidence.subject().size() == 1) {
            counts.put(evidence.subject().getFirst(), new Count(tables, evidence));
        }
    }

    private @Nullable AuditFinding finding(String database, @Nullable Count before, Count now) {
        if (before == null || before.tables() + recorded(database) == now.tables()) {
            return null;
        }
        return new AuditFinding(
                "not-conserved",
                Severity.P1,
                database + ": " + before.tables() + " tables at " + baseline.at() + ", recorded changes "
                        + recorded(database) + ", but " + now.tables() + " tables now",
                database,
                Stream.of(before.evidence().id(), now.evidence().id())
                        .distinct()
                        .toList());
    }

    private long recorded(String database) {
        var stated = assessments.stream()
                .map(Assessment::expectation)
                .map(Expectation::probe)
                .mapToLong(probe -> stated(probe, database))
                .sum();
        return stated != 0 ? stated : measured(database);
    }

    private static long stated(Probe probe, String database) {
        return probe instanceof DataProbe.Conserved conserved
                        && conserved.database().equals(database)
                ? conserved.created() - conserved.dropped()
                : 0;
    }

    private long measured(String database) {
        return assessments.stream()
                .filter(each -> each.expectation().probe().target().equals(database))
                .flatMap(each -> each.evidence().stream())
                .mapToLong(each -> zeroIfNone(Counts.of(each, "created")) - zeroIfNone(Counts.of(each, "dropped")))
                .sum();
    }

    private static long zeroIfNone(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
