package muster.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows of CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe; what is
/// given as a number is none.
public final class CsvRow {
    private static final String END = "\r\n";
    private static final String FORMULA = "=+-@";

    private CsvRow() {}

    /// All rows, each with the end of its line.
    public static String lines(Stream<? extends List<?>> rows) {
        return rows.map(CsvRow::of).collect(Collectors.joining(END, "", END));
    }

    private static String of(List<?> cells) {
        return cells.stream().map(CsvRow::cell).collect(Collectors.joining(","));
    }

    private static String cell(Object raw) {
        if (raw instanceof Number number) {
            return number.toString();
        }
        var text = Show.line(raw);
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[\\w.:/-]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
