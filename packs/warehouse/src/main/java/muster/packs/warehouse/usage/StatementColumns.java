package muster.packs.warehouse.usage;

import java.util.List;
import java.util.Set;
import muster.packs.warehouse.csv.CsvLine;
import muster.packs.warehouse.sql.Catalog;
import org.jspecify.annotations.Nullable;

/// Where in a list of statements which column stands; -1 for one that is not there.
record StatementColumns(int query, int time, int user) {
    private static final Set<String> QUERY = Set.of("query", "statement", "message");
    private static final Set<String> TIME = Set.of("time", "timestamp", "creation_time", "log_time");
    private static final Set<String> USER = Set.of("user", "user_name", "user_email");

    /// Null if the line names no column of statements, so that it is no header.
    static @Nullable StatementColumns of(CsvLine line) {
        var names =
                line.cells().stream().map(each -> Catalog.folded(each.strip())).toList();
        int query = first(names, QUERY);
        return query < 0 ? null : new StatementColumns(query, first(names, TIME), first(names, USER));
    }

    Statement statement(CsvLine line) {
        return new Statement(line.cells().get(query), cell(line, user), 1, LogMessage.instant(cell(line, time)));
    }

    private static @Nullable String cell(CsvLine line, int column) {
        return column < 0
                        || column >= line.cells().size()
                        || line.cells().get(column).isBlank()
                ? null
                : line.cells().get(column).strip();
    }

    private static int first(List<String> names, Set<String> wanted) {
        return names.stream()
                .filter(wanted::contains)
                .findFirst()
                .map(names::indexOf)
                .orElse(-1);
    }
}
