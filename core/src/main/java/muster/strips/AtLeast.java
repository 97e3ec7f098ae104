package muster.strips;

import java.util.List;
import java.util.TreeMap;

/// A numeric condition: the variable's value is at least this. An upper limit is written over a variable that counts
/// the other way.
public record AtLeast(int variable, long value) {

    /// The same conditions with one per variable, the strongest, in the order of the variables.
    static List<AtLeast> strongest(List<AtLeast> conditions) {
        var strongest = new TreeMap<Integer, AtLeast>();
        for (var each : conditions) {
            strongest.merge(each.variable, each, (one, other) -> one.value >= other.value ? one : other);
        }
        return List.copyOf(strongest.values());
    }
}
