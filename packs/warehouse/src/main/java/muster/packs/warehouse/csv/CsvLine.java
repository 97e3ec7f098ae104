package muster.packs.warehouse.csv;

import java.util.List;

/// One record of a file.
///
/// @param number of the line in the file on which it begins, from 1
public record CsvLine(int number, List<String> cells) {
    public CsvLine {
        cells = List.copyOf(cells);
    }

    boolean isEmpty() {
        return cells.size() == 1 && cells.getFirst().isBlank();
    }
}
