package muster.packs.warehouse.change;

import java.util.ArrayList;
import muster.packs.warehouse.cost.Estimate;
import muster.packs.warehouse.cost.Price;
import muster.packs.warehouse.cost.Size;
import muster.packs.warehouse.cost.Sizes;

/// What making one table of a group reads, query by query: every source for its fingerprint; the key of every
/// original for the union; every original for the join; the result for its fingerprint. The result is taken
/// to be as large as its originals together, which it is at most.
final class GroupCost {
    private GroupCost() {}

    static Estimate of(WindowGroup group, Sizes sizes, Price price) {
        var reads = new ArrayList<Long>();
        group.sources().forEach(table -> reads.add(sizes.of(table).bytes()));
        var originals = group.originals().stream().map(sizes::of).toList();
        for (var each : originals) {
            reads.add(each.bytes());
            reads.add(each.column());
        }
        reads.add(originals.stream().mapToLong(Size::bytes).sum());
        return Estimate.of(reads, price);
    }
}
