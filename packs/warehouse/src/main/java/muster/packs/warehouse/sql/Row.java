package muster.packs.warehouse.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    /// The row at which a result stands.
    static Row of(ResultSet result, int columns) throws SQLException {
        var values = new ArrayList<@Nullable String>();
        for (int column = 1; column <= columns; column++) {
            values.add(result.getString(column));
        }
        return new Row(values);
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
