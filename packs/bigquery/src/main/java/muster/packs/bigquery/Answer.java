package muster.packs.bigquery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a statement, page by page as they are asked for.
///
/// @param columns how many values a row has
record Answer(int columns, Coming rows) {

    /// Of a statement that answers nothing.
    static Answer none() {
        return of(1, List.of());
    }

    static Answer of(int columns, List<List<@Nullable String>> rows) {
        return new Answer(columns, Coming.of(rows.iterator()));
    }
}
