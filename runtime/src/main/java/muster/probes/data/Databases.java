package muster.probes.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import muster.observation.Observation;

/// The databases of a workspace, each opened anew for every probe.
public record Databases(SortedMap<String, DatabaseOpener> openers) {
    /// What all own tables begin with; never counted, and the only names ever dropped.
    static final String OWN_PREFIX = "_muster_probe_";

    /// Schemas that belong to the database itself.
    static final String NOT_SYSTEM =
            " table_schema NOT IN ('information_schema', 'pg_catalog') AND table_name NOT LIKE '\\_muster\\_probe\\_%' ESCAPE '\\' ";

    /// What is done with an open connection.
    @FunctionalInterface
    public interface Use {
        List<Observation> on(Connection connection) throws SQLException;
    }

    public List<Observation> with(String kind, String database, Use use) {
        var opener = openers.get(database);
        if (opener == null) {
            return List.of(Observation.notRun(kind, database, "no database '" + database + "' is connected"));
        }
        try (var connection = opener.open()) {
            return use.on(connection);
        } catch (SQLException e) {
            return List.of(Observation.error(kind, database, "the database does not answer: " + e.getMessage()));
        }
    }

    /// The first column of every row.
    public static List<String> column(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(String.valueOf(rows.getString(1)));
                }
                return found;
            }
        }
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// A name as an identifier, whatever characters it holds.
    static String quoted(Connection connection, String identifier) throws SQLException {
        var quote = connection.getMetaData().getIdentifierQuoteString().strip();
        var mark = quote.isEmpty() ? "\"" : quote;
        return mark + identifier.replace(mark, mark + mark) + mark;
    }

    /// True if the driver's metadata know a table of exactly this name.
    static boolean has(Connection connection, String table) throws SQLException {
        var meta = connection.getMetaData();
        var escape = meta.getSearchStringEscape();
        var pattern = table.replace("_", escape + "_").replace("%", escape + "%");
        try (var rows = meta.getTables(null, null, pattern, null)) {
            while (rows.next()) {
                if (table.equals(rows.getString("TABLE_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
