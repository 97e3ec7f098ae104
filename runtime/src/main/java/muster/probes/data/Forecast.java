package muster.probes.data;

import java.sql.SQLException;
import java.util.List;
import muster.observation.Observation;
import muster.plan.DataProbe;
import muster.plan.Probing;

/// What probes would use, found out without making them.
record Forecast(Databases databases) {
    private static final String KIND = Spending.FORECAST;

    Observation of(DataProbe probe, Probing.Budget budget) {
        return databases
                .reading(KIND, database(probe), reader -> List.of(estimated(reader, probe, budget)))
                .getFirst()
                .about(List.of(probe.target()));
    }

    private static String database(DataProbe probe) {
        return switch (probe) {
            case DataProbe.Answers answers -> answers.database();
            case DataProbe.Query query -> query.database();
            case DataProbe.TableState table -> table.database();
            case DataProbe.Conserved conserved -> conserved.database();
        };
    }

    private static Observation estimated(Reader reader, DataProbe probe, Probing.Budget budget) throws SQLException {
        return switch (probe) {
            case DataProbe.Answers _, DataProbe.Conserved _ -> judged(reader, probe, List.of(), budget);
            case DataProbe.Query query -> {
                var refusal = SelectOnly.refusal(query.sql());
                yield refusal.isEmpty()
                        ? judged(reader, probe, List.of(SelectOnly.bare(query.sql())), budget)
                        : Observation.error(KIND, query.database(), "the query is refused: " + refusal);
            }
            case DataProbe.TableState table -> ofTable(reader, table, budget);
        };
    }

    private static Observation ofTable(Reader reader, DataProbe.TableState table, Probing.Budget budget)
            throws SQLException {
        return switch (Lookup.of(reader, table.table())) {
            case Lookup.Found(Relation relation) ->
                judged(reader, table, new TableQueries(relation, Columns.of(reader, relation), table).all(), budget);
            case Lookup.Missing(String why) -> Observation.notRun(KIND, table.target(), why);
            case Lookup.Ambiguous(String why) -> Observation.notRun(KIND, table.target(), why);
        };
    }

    private static Observation judged(Reader reader, DataProbe probe, List<String> statements, Probing.Budget budget)
            throws SQLException {
        var unsafe = reader.readsFiles();
        if (probe instanceof DataProbe.Query && !unsafe.isEmpty()) {
            return Observation.notRun(KIND, probe.target(), unsafe);
        }
        var need = new Spending.Need(KIND, probe.target(), new ExplainedCost(reader), statements);
        return Spending.forecast(probe.target(), budget, need.estimated());
    }
}
