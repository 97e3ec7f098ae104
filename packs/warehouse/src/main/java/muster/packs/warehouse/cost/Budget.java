package muster.packs.warehouse.cost;

import java.math.BigDecimal;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.OverBudget;
import muster.packs.warehouse.call.WrongArgument;
import org.jspecify.annotations.Nullable;

/// What may be spent, in USD; null: no limit.
///
/// @param batch for one batch or group
/// @param day for all changes of one day (UTC), of every key
public record Budget(@Nullable BigDecimal batch, @Nullable BigDecimal day) {

    /// The arguments `batch-usd` and `day-usd`.
    public static Budget of(Arguments arguments) {
        return new Budget(amount(arguments, "batch-usd"), amount(arguments, "day-usd"));
    }

    /// Ends the call before a limit would be crossed.
    ///
    /// @param spent on this day so far
    public void check(String what, BigDecimal expected, BigDecimal spent) {
        if (batch != null && expected.compareTo(batch) > 0) {
            throw new OverBudget("%s is estimated at %s USD, more than the %s of a batch"
                    .formatted(what, expected.toPlainString(), batch.toPlainString()));
        }
        if (day != null && spent.add(expected).compareTo(day) > 0) {
            throw new OverBudget("%s is estimated at %s USD; %s of the day's %s are spent"
                    .formatted(what, expected.toPlainString(), spent.toPlainString(), day.toPlainString()));
        }
    }

    private static @Nullable BigDecimal amount(Arguments arguments, String name) {
        var text = arguments.texts().get(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,4})?")) {
            throw new WrongArgument("%s must be an amount of USD such as 2.50, got '%s'".formatted(name, text));
        }
        return new BigDecimal(text);
    }
}
