package muster.clouds.bigquery;

import com.google.cloud.bigquery.TableId;
import java.util.List;
import muster.clouds.calls.Unanswered;
import muster.observation.Observation;
import muster.plan.DataProbe;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.probes.data.Estimated;
import muster.probes.data.Spending;
import org.jspecify.annotations.Nullable;

/// What probes would use, by dry runs and metadata, which are free.
record Forecast(Dataset dataset, Queries queries) {

    Observation of(Probe probe, Probing.Budget budget) throws Unanswered, InterruptedException {
        if (probe instanceof DataProbe.TableState state) {
            return table(state, budget);
        }
        if (probe instanceof DataProbe.Query query) {
            return ofQuery(query, budget);
        }
        if (probe instanceof Probe.Listing || probe instanceof DataProbe.Conserved) {
            // The catalogue has a row for each table; how many there are is what the probe is for.
            var estimate = queries.estimate(ListingCheck.sql(dataset));
            return Spending.forecast(probe.target(), budget, estimate.estimated(null));
        }
        // Metadata alone; a scratch table holds one row and is billed for less than a cent of a cent.
        return Spending.forecast(probe.target(), budget, Estimated.NOTHING);
    }

    private Observation ofQuery(DataProbe.Query query, Probing.Budget budget) throws Unanswered, InterruptedException {
        var estimate = queries.estimate(query.sql());
        return estimate.reads() == Estimate.Effect.WRITES
                ? Observation.notRun("estimate", query.target(), "only queries that read are made")
                : Spending.forecast(query.target(), budget, estimate.estimated(rows(queries.tables(query.sql()))));
    }

    private Observation table(DataProbe.TableState state, Probing.Budget budget)
            throws Unanswered, InterruptedException {
        var table = dataset.table(dataset.id(state.table()));
        if (table == null) {
            return Observation.notRun("estimate", state.target(), "there is no such table");
        }
        var reading = new TableReading(state, table.getTableId());
        var estimated = reading.isNeeded()
                ? queries.estimate(reading.sql()).estimated(rows(List.of(table.getTableId())))
                : Estimated.NOTHING;
        return Spending.forecast(state.target(), budget, estimated);
    }

    /// The rows of the tables together; none if one of them does not tell.
    private @Nullable Long rows(List<TableId> tables) throws Unanswered, InterruptedException {
        var sum = 0L;
        for (var id : tables) {
            var table = dataset.table(id);
            if (table == null || table.getNumRows() == null) {
                return null;
            }
            sum += table.getNumRows().longValue();
        }
        return tables.isEmpty() ? null : Long.valueOf(sum);
    }
}
