package muster.packs.training.extract;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.cost.Budget;
import muster.packs.warehouse.cost.Estimate;
import muster.packs.warehouse.cost.Expense;
import muster.packs.warehouse.cost.Sizes;
import muster.packs.warehouse.cost.Spending;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import org.jspecify.annotations.Nullable;

/// What an extraction takes. Without a limit nothing is written into the warehouse, which may be read only.
///
/// @param spending null if nothing is limited
/// @param rows of every table
record Account(@Nullable Spending spending, Sizes sizes, Map<String, Long> rows) {

    static Account of(Session session, ActionCall call, InstantSource clock, Map<String, Long> rows)
            throws SQLException {
        var budget = Budget.of(Arguments.of(call));
        return budget.isLimited()
                ? new Account(Spending.open(session, call.key(), budget, clock), Sizes.read(session, List.of()), rows)
                : new Account(null, new Sizes(Map.of()), rows);
    }

    /// Ends the call if the file of a table would cross a limit.
    void check(String table) throws SQLException {
        if (spending != null) {
            spending.check(table, expense(table));
        }
    }

    void write(String table) throws SQLException {
        if (spending != null) {
            spending.write(table, expense(table));
        }
    }

    private Expense expense(String table) {
        return new Expense(
                1, rows.getOrDefault(table, 0L), Estimate.free(sizes.of(table).bytes()));
    }
}
