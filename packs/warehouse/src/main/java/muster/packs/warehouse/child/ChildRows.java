package muster.packs.warehouse.child;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows that answer a query, taken from the wire a block at a time.
final class ChildRows {
    /// A wait for the thread that listens costs as much as some dozens of rows.
    private static final int BLOCK = 1000;

    private final Asking asking;
    private final String sql;
    private final int columns;
    private final List<List<@Nullable String>> block = new ArrayList<>();
    private int place = -1;
    private boolean ended;

    private ChildRows(Asking asking, String sql, int columns) {
        this.asking = asking;
        this.sql = sql;
        this.columns = columns;
    }

    static ChildRows of(Asking asking, String sql) throws SQLException {
        int columns = asking.say(sql, wire -> {
            wire.send(Wire.QUERY, sql);
            wire.answer();
            return wire.in().readInt();
        });
        return new ChildRows(asking, sql, columns);
    }

    int columns() {
        return columns;
    }

    boolean next() throws SQLException {
        place++;
        if (place == block.size() && !ended) {
            fill();
        }
        return place < block.size();
    }

    private void fill() throws SQLException {
        block.clear();
        place = 0;
        ended = asking.say(sql, wire -> {
            while (block.size() < BLOCK) {
                if (wire.answer() == Wire.DONE) {
                    return true;
                }
                var row = new ArrayList<@Nullable String>();
                for (int column = 0; column < columns; column++) {
                    row.add(wire.text());
                }
                block.add(row);
            }
            return false;
        });
    }

    @Nullable
    String value(int column) {
        return block.get(place).get(column);
    }

    /// What was not asked for is passed over, so that the next answer is that of the next question.
    void close() throws SQLException {
        while (!ended) {
            fill();
        }
    }
}
