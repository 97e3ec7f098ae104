package muster.packs.warehouse.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tables of the pack that a dry run tells of and does not make: its queries find them without rows, as they would be.
final class ToldTables {
    private static final Pattern CREATION =
            Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+)\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("(\\w+) ([^,(]+(?:\\([^)]*\\))?)");
    private static final Pattern NAMES =
            Pattern.compile("'[^']*+(?:''[^']*+)*+'|\\b" + Pattern.quote(Catalog.OWN_PREFIX) + "\\w+");

    private final Map<String, String> queries = new HashMap<>();

    /// What a statement creates unless it is there.
    record Creation(String table, String columns) {}

    /// Null for any other statement.
    static @Nullable Creation creation(String statement) {
        var creation = CREATION.matcher(statement);
        return creation.matches() ? new Creation(creation.group(1), creation.group(2)) : null;
    }

    void add(Creation creation) {
        queries.put(
                creation.table(),
                "(SELECT %s FROM (SELECT 1 AS one) AS one WHERE false)"
                        .formatted(COLUMN.matcher(creation.columns())
                                .results()
                                .map(ToldTables::column)
                                .collect(Collectors.joining(", "))));
    }

    private static String column(MatchResult column) {
        return "CAST(NULL AS %s) AS %s"
                .formatted(column.group(2).replace("NOT NULL", "").strip(), column.group(1));
    }

    /// A query that finds them.
    String found(String query) {
        return queries.isEmpty()
                ? query
                : NAMES.matcher(query)
                        .replaceAll(name -> Matcher.quoteReplacement(queries.getOrDefault(name.group(), name.group())));
    }
}
