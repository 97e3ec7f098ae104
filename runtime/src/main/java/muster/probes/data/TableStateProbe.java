package muster.probes.data;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import muster.observation.Observation;
import muster.plan.DataProbe;
import muster.plan.Probing;

/// Whether a table is as described: rows, types, nulls, keys, freshness. All is read from one state of the
/// database.
record TableStateProbe(Databases databases) {
    private static final String KIND = "table-state";

    List<Observation> of(DataProbe.TableState expected, Probing probing, Instant now) {
        if (assertsNothing(expected)) {
            return List.of(Observation.error(
                    KIND,
                    expected.table(),
                    "it asserts nothing: say something of rows, types, nulls, keys or freshness"));
        }
        return databases.reading(
                KIND, expected.database(), Limits.of(probing), reader -> probed(reader, expected, probing, now));
    }

    private static boolean assertsNothing(DataProbe.TableState expected) {
        return expected.rows() == null
                && expected.freshness() == null
                && expected.types().isEmpty()
                && expected.nullShare().isEmpty()
                && expected.unique().isEmpty();
    }

    private static List<Observation> probed(Reader reader, DataProbe.TableState expected, Probing probing, Instant now)
            throws SQLException {
        return switch (Lookup.of(reader, expected.table())) {
            case Lookup.Found(Relation relation) -> {
                var queries = new TableQueries(relation, Columns.of(reader, relation), expected);
                var need = new Spending.Need(KIND, expected.table(), new ExplainedCost(reader), queries.all());
                yield Spending.within(probing.budget(), need, () -> seen(reader, queries, now));
            }
            case Lookup.Missing(String why) -> List.of(TableProbe.missing(KIND, expected.table(), why));
            case Lookup.Ambiguous(String why) -> List.of(TableProbe.ambiguous(KIND, expected.table(), why));
        };
    }

    private static List<Observation> seen(Reader reader, TableQueries queries, Instant now) throws SQLException {
        var count = RowCount.of(reader, queries.relation());
        var table = queries.expected().table();
        return List.of(new TableChecks(reader, queries, count, new Notes(table)).seen(KIND, now), count.seen(table));
    }
}
