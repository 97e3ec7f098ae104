package muster.markdown;

import java.util.List;

/// An item of a list.
///
/// @param number position in its list, from 1
/// @param more what stands in the item below its first paragraph
record Item(Text text, int number, Tick tick, List<Block> more) {
    /// Whether an item has a box, and whether it is ticked.
    enum Tick {
        NONE,
        OPEN,
        DONE
    }

    Item {
        more = List.copyOf(more);
    }
}
