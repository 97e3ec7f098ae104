package muster.packs.warehouse.naming;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names that are accepted although they miss the standard.
///
/// @param approver the role that accepted them
/// @param until first day on which the exception no longer holds; open-ended if absent
/// @param readings the readings that know the exception
public record NameException(
        String id,
        NamePattern pattern,
        String approver,
        LocalDate from,
        @Nullable LocalDate until,
        Set<Reading> readings) {
    public NameException {
        readings = Set.copyOf(readings);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    boolean covers(String name) {
        return pattern.match(name) != null;
    }
}
