package muster.claims;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Tables whose columns are known and whose keys can be counted.
public interface Tables {
    /// Columns by table, all in lower case, tables without their schema.
    SortedMap<String, Set<String>> columns();

    /// What a join of tables would come to; none if it cannot be counted.
    ///
    /// @param key in any case
    @Nullable
    Keys keys(List<String> tables, String key);

    /// Where they are, such as `db/schema.sql`, `database warehouse`.
    String place(String table);

    /// The keys of tables that are to be joined.
    ///
    /// @param rows of each table, in the order asked for
    /// @param distinct how many keys there are in all of them, none counted twice
    /// @param form whether each table has each key at most once, and none that is null
    record Keys(List<Long> rows, long distinct, Form form) {
        public Keys {
            rows = List.copyOf(rows);
        }

        /// The rows of all tables together.
        public long sum() {
            return rows.stream().mapToLong(Long::longValue).sum();
        }
    }

    /// Whether a column is a key.
    enum Form {
        UNIQUE,
        REPEATED
    }
}
