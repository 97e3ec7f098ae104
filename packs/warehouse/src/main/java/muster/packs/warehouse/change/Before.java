package muster.packs.warehouse.change;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.naming.Reading;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Row;

/// The inventory before the first change.
///
/// @param violations tables that broke the standard, by reading
public record Before(long tables, Map<Reading, Long> violations) {
    public Before {
        violations = Map.copyOf(violations);
    }

    /// What judging the tables says.
    static Before of(List<Verdict> verdicts) {
        var violations = new EnumMap<Reading, Long>(Reading.class);
        for (var reading : Reading.values()) {
            violations.put(
                    reading,
                    verdicts.stream()
                            .filter(each -> each.violated().contains(reading))
                            .count());
        }
        return new Before(verdicts.size(), violations);
    }

    static Before of(Row row) {
        var violations = new EnumMap<Reading, Long>(Reading.class);
        var readings = Reading.values();
        for (int i = 0; i < readings.length; i++) {
            violations.put(readings[i], row.number(1 + i));
        }
        return new Before(row.number(0), violations);
    }
}
