package muster.packs.warehouse.sql;

import java.util.List;
import java.util.stream.Collectors;

/// Writes names and texts so that nothing in them is read as SQL.
public final class Sql {

    private Sql() {}

    /// True of the rows in which one of the expressions is not NULL.
    static String anyPresent(List<String> expressions) {
        return expressions.stream().map(each -> each + " IS NOT NULL").collect(Collectors.joining(" OR "));
    }

    /// A quoted identifier, whatever characters the name has.
    public static String identifier(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name is not empty and has no NUL");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// A text literal.
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /// A text literal for a file that an engine is to read, which takes brackets, stars and question marks in a name
    /// for
    /// a pattern.
    public static String file(String path) {
        return text(path.replaceAll("[\\[*?]", "[$0]"));
    }
}
