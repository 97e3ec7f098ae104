package muster.report;

import java.util.List;

/// A table of a page.
///
/// @param id of its part of the page
/// @param caption what a row is
/// @param rows cells in the order of the columns
public record HtmlTable(String id, String title, String caption, List<String> columns, List<List<Cell>> rows) {
    public HtmlTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// One cell.
    ///
    /// @param style class of a badge, empty for plain text
    /// @param evidence ids of what the value was read from
    public record Cell(String label, String value, String style, List<String> evidence) {
        public Cell {
            evidence = List.copyOf(evidence);
        }
    }
}
