package muster.clouds.bigquery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.Money;
import muster.plan.Probing.Budget;
import muster.probes.data.Estimated;
import org.jspecify.annotations.Nullable;

/// What a query will read, by a dry run, which is free.
///
/// @param reads whether the statement changes nothing
record Estimate(long bytes, Effect reads) {
    /// Source: cloud.google.com/bigquery/pricing, on demand, multi-region US, as of 2026; the free first TiB of a month
    /// is not taken off.
    static final BigDecimal USD_PER_TIB = new BigDecimal("6.25");

    private static final String SOURCE = "dry run; 6.25 USD per TiB on demand (cloud.google.com/bigquery/pricing)";
    private static final BigDecimal TIB = BigDecimal.valueOf(1L << 40);

    /// Source: the same page; at least this much is billed for each table that a query names.
    private static final long LEAST_BILLED = 10L << 20;

    private static final int SCALE = 6;
    /// Rules of thumb, and cautious ones: a job is planned, queued and answered in about a second, and a query on
    /// demand reads some GiB in each second.
    private static final Duration START = Duration.ofSeconds(1);
    private static final long BYTES_PER_SECOND = 1L << 30;

    /// What a statement does.
    enum Effect {
        READS,
        WRITES
    }

    Money cost() {
        return new Money(BigDecimal.valueOf(billed()).multiply(USD_PER_TIB).divide(TIB, SCALE, RoundingMode.UP), "USD");
    }

    private long billed() {
        return bytes == 0 ? 0 : Math.max(bytes, LEAST_BILLED);
    }

    /// What it will use, in the words of all databases.
    ///
    /// @param rows of the tables that it names, none if nobody can tell
    Estimated estimated(@Nullable Long rows) {
        return new Estimated(rows, bytes, cost(), START.plusSeconds(bytes / BYTES_PER_SECOND));
    }

    /// Why the budget does not allow it, empty if it does.
    ///
    /// @param rows of the table read, 0 if not known
    String exceeds(@Nullable Budget budget, long rows) {
        if (budget == null) {
            return "";
        }
        var mostRows = budget.rows();
        var mostBytes = budget.bytes();
        var most = budget.cost();
        if (mostRows != null && rows > mostRows) {
            return rows + " rows, at most " + mostRows + " are allowed";
        }
        if (mostBytes != null && bytes > mostBytes) {
            return bytes + " bytes, at most " + mostBytes + " are allowed";
        }
        if (most != null && !most.currency().equals("USD")) {
            return "the budget in " + most.currency() + " cannot be compared with a price in USD";
        }
        return most != null && cost().amount().compareTo(most.amount()) > 0
                ? cost() + ", at most " + most + " are allowed"
                : "";
    }

    SortedMap<String, String> attributes() {
        var all = new TreeMap<String, String>();
        all.put("estimated-bytes", Long.toString(bytes));
        all.put("estimated-cost", cost().toString());
        all.put("estimate-source", SOURCE);
        return all;
    }
}
