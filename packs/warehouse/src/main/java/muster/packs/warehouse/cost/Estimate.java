package muster.packs.warehouse.cost;

import java.util.List;
import muster.plan.Money;

/// What a change is expected to read, and to cost.
///
/// @param bytes that queries read
/// @param billed bytes that are paid for; more, where an engine bills a least number for each table
public record Estimate(long bytes, long billed, Price price) {

    /// @param reads the bytes that each query reads of each of its tables
    public static Estimate of(List<Long> reads, Price price) {
        return new Estimate(
                reads.stream().mapToLong(Long::longValue).sum(),
                reads.stream().mapToLong(price::billed).sum(),
                price);
    }

    /// Reads that nobody bills.
    public static Estimate free(long bytes) {
        return of(List.of(bytes), Price.NONE);
    }

    public Money money() {
        return price.of(billed);
    }

    public Estimate plus(Estimate other) {
        return new Estimate(bytes + other.bytes, billed + other.billed, price);
    }
}
