package muster.plan;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A look back, once or at an interval.
///
/// @param every such as P7D, P1M; the first one is due that long after the plan's end
public record Review(
        ItemId id,
        String title,
        Period every,
        List<String> criteria,
        @Nullable Source source) {
    public Review {
        criteria = List.copyOf(criteria);
    }
}
