package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import muster.packs.warehouse.cost.Estimate;
import muster.packs.warehouse.cost.Expense;
import muster.packs.warehouse.cost.Price;
import muster.packs.warehouse.cost.Sizes;

/// What making one table of a group reads, query by query: every source for its fingerprint; the key of every
/// original for the union; every original for the join; the result for its fingerprint. The result is taken
/// to be as large as its originals together, which it is at most.
final class GroupCost {
    private GroupCost() {}

    static Expense of(WindowGroup group, Forecast forecast, Price price) throws SQLException {
        return of(group, forecast.sizes(), Estimate.of(reads(group, forecast), price));
    }

    /// Its objects are the sources and the result.
    static Expense of(WindowGroup group, Sizes sizes, Estimate read) {
        return new Expense(
                group.sources().size() + 1L,
                group.sources().stream()
                        .mapToLong(table -> sizes.of(table).rows())
                        .sum(),
                read);
    }

    /// The bytes that each query reads of each of its tables.
    static List<Long> reads(WindowGroup group, Forecast forecast) throws SQLException {
        var reads = new ArrayList<Long>();
        long result = 0;
        for (var table : group.sources()) {
            long bytes = forecast.whole(table);
            reads.add(bytes);
            if (group.originals().contains(table)) {
                reads.add(bytes);
                reads.add(forecast.key(table));
                result += bytes;
            }
        }
        reads.add(result);
        return reads;
    }
}
