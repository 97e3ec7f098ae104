package muster.packs.warehouse.csv;

import java.util.ArrayList;
import java.util.List;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Problem;

/// Text in the form of RFC 4180: cells divided by commas, quoted where they hold commas, quotes or line breaks. A byte
/// order mark at the beginning, either kind of line end, and empty lines are put up with.
public final class CsvText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final List<CsvLine> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int at;
    private int line = 1;
    private int begun = 1;

    private CsvText(String text) {
        this.text = text;
    }

    /// A cell as it is written: quoted where it holds commas, quotes or line breaks.
    public static String cell(String text) {
        return text.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /// @param file the name to put into the problem: a quotation that never ends
    public static Parsed<List<CsvLine>> read(String file, String text) {
        var csv = new CsvText(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        while (csv.at < csv.text.length()) {
            if (!csv.cell()) {
                return new Parsed.Failed<>(List.of(
                        Problem.at(new Location(file, csv.begun, 1), "the quotation that begins here never ends")));
            }
        }
        csv.endLine();
        return new Parsed.Ok<>(List.copyOf(csv.lines));
    }

    /// Reads one cell and what ends it; false if its quotation never ends.
    private boolean cell() {
        var cell = new StringBuilder();
        if (text.charAt(at) == '"' && !quoted(cell)) {
            return false;
        }
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            cell.append(text.charAt(at++));
        }
        cells.add(cell.toString());
        if (at < text.length()) {
            separator();
        }
        return true;
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
            line += letter == '\n' ? 1 : 0;
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
