package muster.packs.warehouse.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One row of a result, every value as text; NULL is null.
public record Row(List<@Nullable String> values) {
    public Row {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /// The value of a column (0-based) that is never NULL.
    public String text(int column) {
        return Objects.requireNonNull(values.get(column));
    }

    /// The value of a column (0-based) that is a whole number.
    public long number(int column) {
        return Long.parseLong(text(column));
    }
}
