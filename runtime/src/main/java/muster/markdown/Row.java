package muster.markdown;

import java.util.List;

/// A row of a table.
record Row(int line, List<Text> cells) {
    Row {
        cells = List.copyOf(cells);
    }
}
