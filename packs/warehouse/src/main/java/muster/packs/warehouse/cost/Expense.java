package muster.packs.warehouse.cost;

import java.math.BigDecimal;
import java.util.Map;

/// What one batch, group, table or file takes, its time aside.
///
/// @param rows of the objects
public record Expense(long objects, long rows, Estimate read) {

    /// Of changes that read nothing, such as renames.
    public static Expense ofNames(long objects, long rows) {
        return new Expense(objects, rows, Estimate.free(0));
    }

    /// Both together.
    public Expense plus(Expense other) {
        return new Expense(objects + other.objects, rows + other.rows, read.plus(other.read));
    }

    Amounts amounts() {
        return new Amounts(Map.of(
                Measure.OBJECTS, BigDecimal.valueOf(objects),
                Measure.ROWS, BigDecimal.valueOf(rows),
                Measure.BYTES, BigDecimal.valueOf(read.bytes()),
                Measure.USD, read.money().amount()));
    }
}
