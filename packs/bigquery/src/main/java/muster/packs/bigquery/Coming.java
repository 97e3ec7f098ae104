package muster.packs.bigquery;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows as they are asked for.
@FunctionalInterface
interface Coming {
    /// The next row; null after the last.
    @Nullable
    List<@Nullable String> next() throws SQLException, InterruptedException;

    /// Rows that are there.
    static Coming of(Iterator<List<@Nullable String>> rows) {
        return () -> rows.hasNext() ? rows.next() : null;
    }
}
