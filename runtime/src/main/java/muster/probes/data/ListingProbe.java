package muster.probes.data;

import java.util.List;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.DataProbe;
import muster.plan.Probe;

/// Whether a database has the tables that it should have, by number.
record ListingProbe(Databases databases) {

    List<Observation> of(Probe.Listing expected) {
        var name = expected.database();
        return databases.reading(
                "listing",
                name,
                reader -> List.of(TableCount.of(reader).judged("listing", name, tables -> listed(expected, tables))));
    }

    private static Observation listed(Probe.Listing expected, long tables) {
        var name = expected.database();
        return tables == expected.tables()
                ? Observation.pass(
                        "listing", name, AssuranceLevel.REFERENCES_RESOLVE, tables + " tables, counted by two paths")
                : TableCount.differs(
                        "listing", name, "count-differs", tables + " tables, expected " + expected.tables());
    }

    List<Observation> of(DataProbe.Conserved expected) {
        var name = expected.database();
        return databases.reading(
                "conserved",
                name,
                reader -> List.of(TableCount.of(reader)
                        .judged("conserved", name, tables -> conserved(expected, tables))
                        .with("previous", expected.before())
                        .with("dropped", expected.dropped())
                        .with("created", expected.created())));
    }

    private static Observation conserved(DataProbe.Conserved expected, long tables) {
        long left = expected.before() - expected.dropped() + expected.created();
        var sum = expected.before() + " - " + expected.dropped() + " + " + expected.created() + " = " + left;
        return left == tables
                ? Observation.pass("conserved", expected.database(), AssuranceLevel.TESTS_PASS, sum + " tables")
                : TableCount.differs(
                        "conserved",
                        expected.database(),
                        "not-conserved",
                        sum + " tables should be there, and there are " + tables);
    }
}
