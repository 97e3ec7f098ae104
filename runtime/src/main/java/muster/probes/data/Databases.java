package muster.probes.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import muster.observation.Findings;
import muster.observation.Observation;

/// The databases of a workspace, each opened anew for every probe.
public record Databases(SortedMap<String, DatabaseOpener> openers) {

    /// What is seen in a database while nothing can be written to it.
    List<Observation> reading(String kind, String database, Reader.Use<List<Observation>> use) {
        return reading(kind, database, Reader.LIMIT, use);
    }

    List<Observation> reading(String kind, String database, Duration limit, Reader.Use<List<Observation>> use) {
        return with(kind, database, connection -> new Reader(connection, Engine.of(connection), limit).reading(use));
    }

    List<Observation> with(String kind, String database, ConnectionUse use) {
        var opener = openers.get(database);
        if (opener == null) {
            return List.of(Observation.notRun(kind, database, "no database '" + database + "' is connected"));
        }
        try (var connection = opener.open()) {
            return used(kind, database, connection, use);
        } catch (SQLException e) {
            return List.of(Observation.error(kind, database, "the database does not answer: " + said(e)));
        }
    }

    private static List<Observation> used(String kind, String database, Connection connection, ConnectionUse use) {
        try {
            return use.on(connection);
        } catch (SQLTimeoutException e) {
            return List.of(Observation.inconclusive(kind, database, said(e))
                    .found(Findings.remark("timed-out", database, said(e))));
        } catch (SQLFeatureNotSupportedException e) {
            return List.of(Observation.notRun(kind, database, said(e)));
        } catch (SQLException e) {
            return List.of(Observation.error(kind, database, "the database refuses: " + said(e)));
        }
    }

    /// On one line; drivers draw pictures into their messages.
    static String said(SQLException e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
