package muster.packs.training.extract;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.cost.Budget;
import muster.packs.warehouse.cost.Estimate;
import muster.packs.warehouse.cost.Expense;
import muster.packs.warehouse.cost.Price;
import muster.packs.warehouse.cost.Sizes;
import muster.packs.warehouse.cost.Spending;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import org.jspecify.annotations.Nullable;

/// What an extraction takes. Without a limit nothing is written into the warehouse, which may be read only.
///
/// @param spending null if nothing is limited
/// @param rows of every table
/// @param price of what is read
record Account(@Nullable Spending spending, Sizes sizes, Map<String, Long> rows, Price price) {

    /// One that nobody keeps.
    static Account of(Map<String, Long> rows, Price price) {
        return new Account(null, new Sizes(Map.of()), rows, price);
    }

    /// The same, kept in the warehouse if anything is limited.
    Account kept(Session session, ActionCall call, InstantSource clock) throws SQLException {
        var budget = Budget.of(Arguments.of(call));
        return budget.isLimited()
                ? new Account(
                        Spending.open(session, call.key(), budget, clock),
                        Sizes.read(session, List.copyOf(rows.keySet())),
                        rows,
                        price)
                : this;
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
                1,
                rows.getOrDefault(table, 0L),
                Estimate.of(List.of(sizes.of(table).bytes()), price));
    }
}
