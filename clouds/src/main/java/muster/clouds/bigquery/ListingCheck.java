package muster.clouds.bigquery;

import java.util.List;
import muster.clouds.calls.ScratchName;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.DataProbe;
import muster.plan.Probe;

/// How many tables a data set has, by the list of all pages and by a query of its own catalogue.
record ListingCheck(Dataset dataset, Queries queries) {

    List<Observation> of(Probe.Listing probe) throws Unanswered, InterruptedException {
        return List.of(counted("listing", probe.target(), probe.tables()));
    }

    List<Observation> of(DataProbe.Conserved probe) throws Unanswered, InterruptedException {
        long expected = probe.before() - probe.dropped() + probe.created();
        return List.of(counted("conserved", probe.target(), expected)
                .with("before", probe.before())
                .with("dropped", probe.dropped())
                .with("created", probe.created()));
    }

    private Observation counted(String kind, String target, long expected) throws Unanswered, InterruptedException {
        long listed = dataset.tables().size();
        long queried = queried();
        if (listed != queried) {
            var message = "the list has " + listed + " tables, the catalogue " + queried;
            return Observation.inconclusive(kind, target, message)
                    .found(Findings.defect("paths-disagree", target, message))
                    .with("tables", listed)
                    .with("tables-second-path", queried);
        }
        return judged(kind, target, listed, expected).with("tables", listed).with("tables-second-path", queried);
    }

    private static Observation judged(String kind, String target, long listed, long expected) {
        if (listed == 0) {
            return Observation.inconclusive(kind, target, "no tables at all, which proves nothing")
                    .found(Findings.remark("no-rows", target, "the listing is empty"));
        }
        if (listed != expected) {
            var message = listed + " tables, expected " + expected;
            return Observation.fail(kind, target, AssuranceLevel.EXISTS, message)
                    .found(Findings.defect("count-differs", target, message));
        }
        return Observation.pass(
                kind, target, AssuranceLevel.REFERENCES_RESOLVE, listed + " tables, counted by two paths");
    }

    /// Counts by the data set's own catalogue, which is billed like any other query.
    static String sql(Dataset dataset) {
        return "SELECT COUNT(*) FROM " + Dataset.quoted(dataset.project()) + "." + Dataset.quoted(dataset.name())
                + ".INFORMATION_SCHEMA.TABLES WHERE table_type = 'BASE TABLE' AND NOT STARTS_WITH(table_name, '"
                + ScratchName.PREFIX + "')";
    }

    private long queried() throws Unanswered, InterruptedException {
        var rows = queries.rows(sql(dataset), null);
        var count = rows.isEmpty() ? null : rows.getFirst().getFirst();
        if (count == null) {
            throw Unanswered.because(Why.BROKEN, "the catalogue gives no count");
        }
        return Long.parseLong(count);
    }
}
