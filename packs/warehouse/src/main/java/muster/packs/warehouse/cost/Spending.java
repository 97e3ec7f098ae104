package muster.packs.warehouse.cost;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.call.OverBudget;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// What changes have taken, in the table [#TABLE]: one row for each batch, group, table or file, written in its
/// transaction. What other calls take meanwhile is seen when the next one begins.
public final class Spending {
    /// Its name.
    public static final String TABLE = "_muster_cost";

    private static final String CREATION = "CREATE TABLE IF NOT EXISTS " + TABLE + """
            (key VARCHAR, what VARCHAR, spent TIMESTAMPTZ, objects BIGINT,
            row_count BIGINT, bytes BIGINT, billed BIGINT, milliseconds BIGINT, usd DECIMAL(18, 4), price VARCHAR)""";

    private static final int TO_SECONDS = 3;

    private final Session session;
    private final String key;
    private final Budget budget;
    private final InstantSource clock;

    private LocalDate day;
    private Amounts earlier;
    private Amounts begun = Amounts.NONE;
    private Instant mark;
    private Duration longest = Duration.ZERO;

    private Spending(Session session, String key, Budget budget, InstantSource clock) throws SQLException {
        this.session = session;
        this.key = key;
        this.budget = budget;
        this.clock = clock;
        mark = clock.instant();
        day = budget.dayOf(mark);
        earlier = sum(day);
    }

    /// Opens the record; its table is created if it is absent.
    ///
    /// @param key of the change
    public static Spending open(Session session, String key, Budget budget, InstantSource clock) throws SQLException {
        session.create(List.of(CREATION));
        return new Spending(session, key, budget, clock);
    }

    /// Ends the call if this would cross a limit; else it counts as spent. It is taken to last as long as the
    /// longest so far.
    public synchronized void check(String what, Expense expense) throws SQLException {
        turn();
        var expected = expense.amounts().plus(seconds(longest));
        var spent = earlier.plus(begun).plus(seconds(Duration.between(mark, clock.instant())));
        try {
            budget.check(what, expected, spent, day);
        } catch (OverBudget e) {
            finish();
            throw e;
        }
        begun = begun.plus(expense.amounts());
    }

    /// The statement that writes down what something takes, with the time since the one before.
    public synchronized String record(String what, Expense expense) {
        var now = clock.instant();
        var passed = Duration.between(mark, now);
        longest = passed.compareTo(longest) > 0 ? passed : longest;
        begun = begun.plus(seconds(passed));
        mark = now;
        return "INSERT INTO %s VALUES (%s, %s, TIMESTAMPTZ %s, %d, %d, %d, %d, %d, %s, %s)"
                .formatted(
                        TABLE,
                        Sql.text(key),
                        Sql.text(what),
                        Sql.text(now.toString()),
                        expense.objects(),
                        expense.rows(),
                        expense.read().bytes(),
                        expense.read().billed(),
                        passed.toMillis(),
                        expense.read().money().amount().toPlainString(),
                        Sql.text(expense.read().price().name()));
    }

    /// Writes down what something took that is in no transaction.
    public synchronized void write(String what, Expense expense) throws SQLException {
        session.execute(record(what, expense));
    }

    /// Writes down the time since the last record.
    public synchronized void finish() throws SQLException {
        if (!session.isRehearsal() && Duration.between(mark, clock.instant()).toMillis() > 0) {
            write("time", Expense.ofNames(0, 0));
        }
    }

    /// What a group has cost in all, of whatever key.
    public BigDecimal of(String what) throws SQLException {
        var row = session.one("SELECT coalesce(sum(usd), 0) FROM %s WHERE what = %s".formatted(TABLE, Sql.text(what)));
        return new BigDecimal(row.text(0));
    }

    /// What all keys have spent on this day.
    public synchronized Amounts today() throws SQLException {
        turn();
        return sum(day);
    }

    /// A new day has a budget of its own.
    private void turn() throws SQLException {
        var today = budget.dayOf(clock.instant());
        if (!today.equals(day)) {
            day = today;
            earlier = sum(day);
            begun = Amounts.NONE;
        }
    }

    private Amounts sum(LocalDate date) throws SQLException {
        var row = session.one("""
            SELECT coalesce(sum(objects), 0), coalesce(sum(row_count), 0), coalesce(sum(bytes), 0),
            coalesce(sum(milliseconds), 0), coalesce(sum(usd), 0) FROM %s
            WHERE spent >= TIMESTAMPTZ %s AND spent < TIMESTAMPTZ %s""".formatted(
                        TABLE,
                        Sql.text(budget.beginOf(date).toString()),
                        Sql.text(budget.beginOf(date.plusDays(1)).toString())));
        var amounts = new EnumMap<Measure, BigDecimal>(Measure.class);
        var measures = List.of(Measure.OBJECTS, Measure.ROWS, Measure.BYTES, Measure.SECONDS, Measure.USD);
        for (int i = 0; i < measures.size(); i++) {
            amounts.put(measures.get(i), new BigDecimal(row.text(i)));
        }
        amounts.computeIfPresent(Measure.SECONDS, (_, millis) -> millis.movePointLeft(TO_SECONDS));
        return new Amounts(amounts);
    }

    private static Amounts seconds(Duration duration) {
        return new Amounts(Map.of(Measure.SECONDS, BigDecimal.valueOf(duration.toMillis(), TO_SECONDS)));
    }
}
