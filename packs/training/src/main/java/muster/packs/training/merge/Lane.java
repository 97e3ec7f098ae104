package muster.packs.training.merge;

import java.sql.SQLException;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// An engine in memory that holds the key list of a spine.
final class Lane {
    /// For one file of a row group of 122,880 rows and some dozen columns; what is more is written to disk.
    private static final String MEMORY = "256MB";

    /// Keys and their places, from 0.
    static final String SPINE = "spine";

    private Lane() {}

    static Session open(Spine spine) throws SQLException {
        var session = engine();
        try {
            session.execute(
                    "CREATE TABLE %s AS SELECT row_number() OVER (ORDER BY %2$s) - 1 AS place, %2$s AS key FROM %3$s ORDER BY 1"
                            .formatted(SPINE, Sql.identifier(spine.key()), spine.rowsOf()));
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /// An engine without tables. One thread: files are shared among lanes, not rows among threads.
    static Session engine() throws SQLException {
        var session = Session.open(DuckDbFile::inMemory);
        session.execute("SET threads = 1");
        session.execute("SET memory_limit = '" + MEMORY + "'");
        return session;
    }
}
