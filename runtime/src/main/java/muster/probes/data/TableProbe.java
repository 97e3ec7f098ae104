package muster.probes.data;

import java.sql.SQLException;
import java.util.List;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.Probe;

/// Whether a table exists with its columns, and whether it holds rows.
record TableProbe(Databases databases) {

    List<Observation> of(Probe.Table expected) {
        return databases.reading("table", expected.database(), reader -> probed(reader, expected));
    }

    private static List<Observation> probed(Reader reader, Probe.Table expected) throws SQLException {
        return switch (Lookup.of(reader, expected.table())) {
            case Lookup.Found(Relation relation) ->
                List.of(
                        described(expected, Columns.of(reader, relation)),
                        RowCount.of(reader, relation).seen(expected.table()));
            case Lookup.Missing(String why) -> List.of(missing("table", expected.table(), why));
            case Lookup.Ambiguous(String why) -> List.of(ambiguous("table", expected.table(), why));
        };
    }

    static Observation missing(String kind, String table, String why) {
        return Observation.fail(kind, table, AssuranceLevel.CLAIMED, why)
                .found(Findings.defect("unknown-table", table, "the database does not have it"));
    }

    static Observation ambiguous(String kind, String table, String why) {
        return Observation.inconclusive(kind, table, why)
                .found(Findings.remark("ambiguous-table", table, why + ": write the schema before the name"));
    }

    private static Observation described(Probe.Table expected, Columns columns) {
        var table = expected.table();
        var missing = expected.columns().stream()
                .filter(column -> columns.held(column) == null)
                .toList();
        var seen = missing.isEmpty()
                ? Observation.pass("table", table, AssuranceLevel.REFERENCES_RESOLVE, table + " has its columns")
                : Observation.fail(
                        "table", table, AssuranceLevel.EXISTS, table + " lacks " + String.join(", ", missing));
        return seen.with("columns", String.join(", ", columns.types().keySet()))
                .found(missing.stream()
                        .map(column -> Findings.defect("unknown-column", table, "it has no column " + column))
                        .toList());
    }
}
