package muster.markdown;

import java.util.List;

/// An item of a list.
///
/// @param number position in its list, from 1
/// @param more what stands in the item below its first paragraph
/// @param lines the lines of its first paragraph, each at its own place
record Item(Text text, int number, Tick tick, List<Block> more, List<Text> lines) {
    /// Whether an item has a box, and whether it is ticked.
    enum Tick {
        NONE,
        OPEN,
        DONE
    }

    Item {
        more = List.copyOf(more);
        lines = List.copyOf(lines);
    }
}
