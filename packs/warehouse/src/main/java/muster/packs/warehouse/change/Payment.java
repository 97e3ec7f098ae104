package muster.packs.warehouse.change;

import java.sql.SQLException;
import muster.packs.warehouse.cost.Estimate;
import muster.packs.warehouse.cost.Price;
import muster.packs.warehouse.cost.Spending;
import muster.packs.warehouse.sql.Session;
import org.jspecify.annotations.Nullable;

/// By what a group's cost is estimated, and where it is written down.
record Payment(Forecast forecast, Price price, Spending spending) {

    /// What a group costs, which is within the budgets; else the call ends. An engine that can is told to bill none of
    /// its statements for more than all of them together are expected to read.
    Due due(Session session, WindowGroup group) throws SQLException {
        var reads = GroupCost.reads(group, forecast);
        var expected = Estimate.of(reads, price);
        spending.check(group.target(), GroupCost.of(group, forecast.sizes(), expected));
        long least = session.dialect().capabilities().limits().billed();
        var limit = session.dialect()
                .mostBilled(
                        reads.stream().mapToLong(read -> Math.max(read, least)).sum());
        if (limit != null) {
            session.execute(limit);
        }
        return new Due(this, group, expected, billed(session));
    }

    private @Nullable Estimate billed(Session session) throws SQLException {
        var query = session.dialect().billed();
        if (query == null) {
            return null;
        }
        var row = session.one(query);
        return new Estimate(row.number(0), row.number(1), price);
    }

    /// @param before what the session had been billed for before; null if the engine does not tell
    record Due(
            Payment payment,
            WindowGroup group,
            Estimate expected,
            @Nullable Estimate before) {

        /// The statement that writes down what the engine says it was, else what was expected.
        String record(Session session) throws SQLException {
            var now = payment.billed(session);
            var was = before == null || now == null
                    ? expected
                    : new Estimate(now.bytes() - before.bytes(), now.billed() - before.billed(), payment.price());
            return payment.spending()
                    .record(
                            group.target(),
                            GroupCost.of(group, payment.forecast().sizes(), was));
        }
    }
}
