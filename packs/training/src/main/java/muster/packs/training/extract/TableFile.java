package muster.packs.training.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import muster.packs.training.files.FileName;
import muster.packs.training.files.Manifest;
import muster.packs.training.parquet.Footer;
import muster.packs.warehouse.sql.Session;

/// Writes the file of a table, unless it is there.
///
/// @param rows of every table
/// @param account files that are there already are not counted
record TableFile(Manifest manifest, String key, Map<String, Long> rows, Account account) {

    /// What was done.
    enum Outcome {
        WRITTEN,
        PASSED_OVER
    }

    Outcome write(Session session, String table) throws SQLException, IOException {
        var query = TableQuery.of(session, table, key);
        long expected = rows.getOrDefault(table, 0L);
        var from = "%d rows, columns %s, values %s".formatted(expected, query.digest(), query.values(session));
        if (manifest.whole(FileName.of(table), from) != null) {
            return Outcome.PASSED_OVER;
        }
        account.check(table);
        var made = manifest.make(FileName.of(table), from, file -> written(session, query, file));
        if (made.rows() != expected) {
            throw new IOException("%s had %d rows and has %d; Maybe somebody writes to it: extract it again"
                    .formatted(table, expected, made.rows()));
        }
        account.write(table);
        return Outcome.WRITTEN;
    }

    private static long written(Session session, TableQuery query, Path file) throws SQLException, IOException {
        var statement = session.dialect().writeParquet(query.text(), file.toString(), Extract.ROW_GROUP);
        if (statement == null) {
            Crossing.write(session, query, file);
        } else {
            session.execute(statement);
        }
        return Footer.read(file).rows();
    }
}
