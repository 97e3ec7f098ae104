package muster.packs.warehouse.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.packs.warehouse.call.Outputs;

/// How renames went.
///
/// @param left tables that were left as they are
/// @param gaps time for which each old name failed, at the most: from before the rename was sent until the view was
/// there
record Carried(List<Decision> left, List<Duration> gaps) {
    static final Carried NOTHING = new Carried(List.of(), List.of());

    Carried {
        left = List.copyOf(left);
        gaps = List.copyOf(gaps);
    }

    /// Both together.
    Carried and(Carried other) {
        return new Carried(
                Stream.concat(left.stream(), other.left.stream()).toList(),
                Stream.concat(gaps.stream(), other.gaps.stream()).toList());
    }

    /// The figures of the gaps, in milliseconds; none if there was no gap.
    void tell(Outputs outputs) {
        if (gaps.isEmpty()) {
            return;
        }
        var sorted = new ArrayList<>(gaps);
        sorted.sort(null);
        outputs.put("gap.median.ms", sorted.get(sorted.size() / 2).toMillis())
                .put("gap.longest.ms", sorted.getLast().toMillis());
    }
}
