package muster.packs.warehouse.csv;

import java.util.ArrayList;
import java.util.List;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;

/// Text in the form of RFC 4180: cells divided by commas, quoted where they hold commas, quotes or line breaks. A byte
/// order mark at the beginning, either kind of line end, blanks behind a quotation, and empty lines are put up with.
public final class CsvText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final List<CsvLine> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int at;
    private int line = 1;
    private int begun = 1;

    /// Where the line begins.
    private int start;

    private CsvText(String text) {
        this.text = text;
    }

    /// A cell as it is written: quoted where it holds commas, quotes or line breaks.
    public static String cell(String text) {
        return text.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /// @param file the name to put into the problem: a quotation that never ends, or has something behind it
    public static Parsed<List<CsvLine>> read(String file, String text) {
        var csv = new CsvText(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        while (csv.at < csv.text.length()) {
            var problem = csv.text.charAt(csv.at) == '"' ? csv.quotation(file) : csv.plain();
            if (problem != null) {
                return new Parsed.Failed<>(List.of(problem));
            }
        }
        csv.endLine();
        return new Parsed.Ok<>(List.copyOf(csv.lines));
    }

    /// Reads a cell as it stands, and what ends it.
    private @Nullable Problem plain() {
        end(rest());
        return null;
    }

    /// Reads a quoted cell and what ends it; null if it is well written.
    private @Nullable Problem quotation(String file) {
        var here = new Place(line, start, at);
        var cell = new StringBuilder();
        if (!quoted(cell)) {
            return Problem.at(place(file, here), "the quotation that begins here never ends");
        }
        here = new Place(line, start, at);
        if (!rest().isBlank()) {
            return new Problem(
                    place(file, here),
                    "text stands behind the end of a quotation",
                    "Maybe double the quotation marks inside it");
        }
        end(cell.toString());
        return null;
    }

    /// What stands before the end of the cell.
    private String rest() {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private void end(String cell) {
        cells.add(cell);
        if (at < text.length()) {
            separator();
        }
    }

    /// @param start where the line begins
    private record Place(int line, int start, int at) {}

    private Location place(String file, Place here) {
        return new Location(file, here.line(), text.codePointCount(here.start(), here.at()) + 1);
    }

    private void separator() {
        var end = text.charAt(at++);
        if (end == ',') {
            if (at == text.length()) {
                cells.add("");
            }
            return;
        }
        if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        endLine();
        begun = ++line;
        start = at;
    }

    private boolean quoted(StringBuilder cell) {
        for (at++; at < text.length(); at++) {
            var letter = text.charAt(at);
            var escaped = letter == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
            if (letter == '"' && !escaped) {
                at++;
                return true;
            }
            at += escaped ? 1 : 0;
            if (letter == '\n') {
                line++;
                start = at + 1;
            }
            cell.append(letter);
        }
        return false;
    }

    private void endLine() {
        if (cells.isEmpty()) {
            return;
        }
        var ended = new CsvLine(begun, cells);
        if (!ended.isEmpty()) {
            lines.add(ended);
        }
        cells = new ArrayList<>();
    }
}
