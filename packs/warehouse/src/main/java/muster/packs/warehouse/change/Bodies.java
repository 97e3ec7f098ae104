package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Dialect;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;

/// What views read, word by word, by which one that somebody has changed is told from one of all columns of a table.
///
/// @param words of each view
/// @param columns of the tables that the views are to read, where an engine spells them
record Bodies(Dialect dialect, Map<String, List<String>> words, Map<String, List<String>> columns) {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]+");

    Bodies {
        words = Map.copyOf(words);
        columns = Map.copyOf(columns);
    }

    /// @param tables that are asked for
    static Bodies read(Session session, Collection<String> tables) throws SQLException {
        var dialect = session.dialect();
        if (tables.isEmpty()) {
            return new Bodies(dialect, Map.of(), Map.of());
        }
        var words = session.query(dialect.views()).stream()
                .collect(Collectors.toMap(row -> row.text(0), row -> body(row.text(1))));
        var spelled = dialect.spelled(List.copyOf(tables));
        return new Bodies(dialect, words, spelled == null ? Map.of() : columns(session.query(spelled)));
    }

    private static Map<String, List<String>> columns(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.text(0), Collectors.mapping(row -> row.text(1), Collectors.toList())));
    }

    boolean has(String view) {
        return words.containsKey(view);
    }

    /// Whether a view that is there reads anything else than all columns of a table.
    boolean isOther(String view, String table) {
        var found = words.get(view);
        return found != null
                && dialect.bodiesOfAll(table, columns.getOrDefault(table, List.of())).stream()
                        .noneMatch(each -> body(each).equals(found));
    }

    /// The words after the first AS; what stands before is the name, which the engine may qualify.
    private static List<String> body(String sql) {
        var start = sql.toUpperCase(Locale.ROOT).indexOf(" AS ");
        return NOT_A_WORD.splitAsStream(sql.substring(start)).toList();
    }
}
