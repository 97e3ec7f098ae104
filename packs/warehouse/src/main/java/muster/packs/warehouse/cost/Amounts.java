package muster.packs.warehouse.cost;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// So much of some measures.
///
/// @param values what is not there is nothing for what was spent, and no limit for a budget
public record Amounts(Map<Measure, BigDecimal> values) {
    static final Amounts NONE = new Amounts(Map.of());

    public Amounts {
        values = Map.copyOf(values);
    }

    public BigDecimal of(Measure measure) {
        return values.getOrDefault(measure, BigDecimal.ZERO);
    }

    /// Null if there is no limit.
    @Nullable
    BigDecimal limit(Measure measure) {
        return values.get(measure);
    }

    Amounts plus(Amounts other) {
        var sum = new EnumMap<Measure, BigDecimal>(Measure.class);
        for (var measure : Measure.values()) {
            sum.put(measure, of(measure).add(other.of(measure)));
        }
        return new Amounts(sum);
    }
}
