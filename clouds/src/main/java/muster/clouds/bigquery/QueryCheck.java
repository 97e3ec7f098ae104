package muster.clouds.bigquery;

import java.util.List;
import muster.audit.ProbeResult;
import muster.clouds.bigquery.Estimate.Effect;
import muster.clouds.calls.Unanswered;
import muster.matching.Matching;
import muster.matching.Value;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.DataProbe;
import muster.plan.Probing;
import org.jspecify.annotations.Nullable;

/// What the first column of a query gives. One row is a value, several are a list.
record QueryCheck(Queries queries) {
    private static final String KIND = "query";

    List<Observation> of(DataProbe.Query probe, Probing probing) throws Unanswered, InterruptedException {
        var estimate = queries.estimate(probe.sql());
        if (estimate.reads() == Effect.WRITES) {
            return List.of(Observation.notRun(KIND, probe.target(), "only queries that read are made"));
        }
        var over = estimate.exceeds(probing.budget(), 0);
        return List.of((over.isEmpty() ? made(probe, probing) : overBudget(KIND, probe.target(), over))
                .with(estimate.attributes())
                .about(List.of(probe.target(), probe.sql())));
    }

    static Observation overBudget(String kind, String target, String why) {
        return Observation.notRun(kind, target, "it would go over its budget: " + why)
                .found(Findings.remark("over-budget", target, why));
    }

    private Observation made(DataProbe.Query probe, Probing probing) throws Unanswered, InterruptedException {
        var budget = probing.budget();
        var rows = queries.rows(probe.sql(), budget == null ? null : budget.bytes());
        if (rows.isEmpty()) {
            return Observation.of(ProbeResult.INCONCLUSIVE, KIND, probe.target(), "no rows, which proves nothing")
                    .found(Findings.remark("no-rows", probe.target(), "the query gives no rows"));
        }
        var verdict = Matching.match(probe.values(), value(rows));
        return switch (verdict.outcome()) {
            case MATCHES ->
                Observation.pass(
                        KIND, probe.target(), AssuranceLevel.REFERENCES_RESOLVE, rows.size() + " rows, as expected");
            case DIFFERS ->
                Observation.fail(KIND, probe.target(), AssuranceLevel.EXISTS, verdict.why())
                        .found(Findings.defect("value-differs", probe.target(), verdict.why()));
            case INVALID -> Observation.error(KIND, probe.target(), verdict.why());
        };
    }

    private static Value value(List<List<@Nullable String>> rows) {
        return rows.size() == 1
                ? Value.of(rows.getFirst().getFirst())
                : new Value.Many(
                        rows.stream().map(row -> Value.of(row.getFirst())).toList());
    }
}
