package muster.packs.warehouse.series;

import java.sql.SQLException;
import java.util.regex.Pattern;

/// What an engine says of a file that it cannot read, without its advice on settings that nobody here has made.
final class EngineWords {
    private static final Pattern LINE = Pattern.compile("CSV Error on Line: ([0-9]+)");
    private static final Pattern CELLS = Pattern.compile("Expected Number of Columns: ([0-9]+) Found: ([0-9]+)");
    private static final Pattern LAST_ERROR = Pattern.compile("(?s).*Error: ([^\n]*).*");

    private EngineWords() {}

    static String of(SQLException trouble) {
        var said = String.valueOf(trouble.getMessage());
        var line = LINE.matcher(said);
        if (!line.find()) {
            return LAST_ERROR.matcher(said).replaceFirst("$1");
        }
        var place = "line " + line.group(1);
        var cells = CELLS.matcher(said);
        if (cells.find()) {
            return "%s has %s cells, the first line %s".formatted(place, cells.group(2), cells.group(1));
        }
        if (said.contains("unicode")) {
            return place + " is not in UTF-8\nMaybe save the file as UTF-8";
        }
        return said.contains("unterminated quote")
                ? place + " begins a quotation that never ends"
                : place + " cannot be read";
    }
}
