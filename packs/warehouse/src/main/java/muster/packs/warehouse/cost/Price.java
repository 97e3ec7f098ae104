package muster.packs.warehouse.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import muster.plan.Money;

/// What an engine takes for bytes that queries read.
///
/// @param perTib for 2^40 bytes
/// @param leastBytes billed for each table that a query reads, however small
/// @param freeBytes billed bytes of a calendar month that cost nothing
/// @param source where the price was read, on the day `taken`
public record Price(String name, Money perTib, long leastBytes, long freeBytes, String source, LocalDate taken) {
    /// Nobody bills anything.
    static final Price NONE = new Price("none", Money.ZERO, 0, 0, "no engine bills it", LocalDate.EPOCH);

    private static final BigDecimal TIB = new BigDecimal(1L << 40);

    /// To a hundredth of a cent.
    private static final int DIGITS = 4;

    /// Whether nothing has to be paid.
    public boolean isNothing() {
        return perTib.amount().signum() == 0;
    }

    /// The bytes that are billed when so many of one table are read.
    public long billed(long bytes) {
        return Math.max(bytes, leastBytes);
    }

    /// The price of billed bytes, rounded up.
    public Money of(long billed) {
        var amount = perTib.amount().multiply(BigDecimal.valueOf(billed)).divide(TIB, DIGITS, RoundingMode.UP);
        return new Money(amount, perTib.currency());
    }
}
