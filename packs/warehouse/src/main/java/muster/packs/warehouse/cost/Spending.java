package muster.packs.warehouse.cost;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// What changes have cost, in the table `_muster_cost`: one row for each batch or group, written in its transaction.
///
/// @param key of the change
public record Spending(Session session, String key, Budget budget, Instant now) {
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS _muster_cost(key VARCHAR, what VARCHAR, day VARCHAR, bytes BIGINT,
            billed BIGINT, usd DECIMAL(18, 4), price VARCHAR)""";

    /// Opens the record; its table is created if it is absent.
    public static Spending open(Session session, String key, Budget budget, Instant now) throws SQLException {
        session.execute(TABLE);
        return new Spending(session, key, budget, now);
    }

    /// Ends the call if this would cross a limit.
    public void check(String what, Estimate estimate) throws SQLException {
        budget.check(what, estimate.money().amount(), today());
    }

    /// The statement that writes down what something cost.
    public String record(String what, Estimate estimate) {
        return "INSERT INTO _muster_cost VALUES (%s, %s, %s, %d, %d, %s, %s)"
                .formatted(
                        Sql.text(key),
                        Sql.text(what),
                        Sql.text(day()),
                        estimate.bytes(),
                        estimate.billed(),
                        estimate.money().amount().toPlainString(),
                        Sql.text(estimate.price().name()));
    }

    /// What a group has cost in all, of whatever key.
    public BigDecimal of(String what) throws SQLException {
        return sum("what = " + Sql.text(what));
    }

    /// What all keys have spent on this day (UTC).
    public BigDecimal today() throws SQLException {
        return sum("day = " + Sql.text(day()));
    }

    private BigDecimal sum(String condition) throws SQLException {
        var sum = session.one("SELECT coalesce(sum(usd), 0) FROM _muster_cost WHERE " + condition)
                .values()
                .getFirst();
        return new BigDecimal(Objects.requireNonNull(sum));
    }

    private String day() {
        return now.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
