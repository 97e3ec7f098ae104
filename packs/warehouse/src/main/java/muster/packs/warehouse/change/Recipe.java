package muster.packs.warehouse.change;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Sql;

/// How a source of a consolidation is made again from the result.
///
/// @param query its rows, by the columns it had
/// @param columns their names
/// @param print what the fingerprint of these rows says in words
record Recipe(String query, List<String> columns, String print) {
    Recipe {
        columns = List.copyOf(columns);
    }

    /// The query for the rows of a source: those in which the result has a value that comes of this source alone.
    ///
    /// @param target the result, quoted
    /// @param expressions what each column of the source is in the result, in order
    /// @param own columns of the result that come of this source, or a copy of it, alone
    static String query(String target, Map<String, String> expressions, List<String> own) {
        var list = expressions.entrySet().stream()
                .map(each -> each.getValue() + " AS " + Sql.identifier(each.getKey()))
                .collect(Collectors.joining(", "));
        var present =
                own.stream().map(each -> Sql.identifier(each) + " IS NOT NULL").collect(Collectors.joining(" OR "));
        return "SELECT %s FROM %s WHERE %s ORDER BY %s".formatted(list, target, present, Merge.KEY);
    }

    /// A fingerprint in words: rows, and the checksums of each part.
    static String words(Fingerprint print) {
        return print.rows() + " " + print.keyed() + " " + print.parts();
    }
}
