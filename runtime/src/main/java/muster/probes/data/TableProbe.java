package muster.probes.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.Probe;

/// Whether a table exists with its columns, and whether it holds rows.
public record TableProbe(Databases databases) {

    public List<Observation> of(Probe.Table expected) {
        return databases.with("table", expected.database(), connection -> probed(connection, expected));
    }

    private static List<Observation> probed(Connection connection, Probe.Table expected) throws SQLException {
        var columns = columns(connection, expected.table());
        var described = described(expected, columns);
        return columns.isEmpty() ? List.of(described) : List.of(described, counted(connection, expected.table()));
    }

    private static Observation described(Probe.Table expected, List<String> columns) {
        var table = expected.table();
        if (columns.isEmpty()) {
            return Observation.fail("table", table, AssuranceLevel.CLAIMED, "there is no table " + table)
                    .found(Findings.defect("unknown-table", table, "the database does not have it"));
        }
        var lower =
                columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        var missing = expected.columns().stream()
                .filter(column -> !lower.contains(column.toLowerCase(Locale.ROOT)))
                .toList();
        var seen = missing.isEmpty()
                ? Observation.pass("table", table, AssuranceLevel.REFERENCES_RESOLVE, table + " has its columns")
                : Observation.fail(
                        "table", table, AssuranceLevel.EXISTS, table + " lacks " + String.join(", ", missing));
        return seen.with("columns", String.join(", ", columns))
                .found(missing.stream()
                        .map(column -> Findings.defect("unknown-column", table, "it has no column " + column))
                        .toList());
    }

    private static Observation counted(Connection connection, String table) throws SQLException {
        var name = new ArrayList<String>();
        for (var part : parts(table)) {
            name.add(Databases.quoted(connection, part));
        }
        var sql = "SELECT COUNT(*) FROM " + String.join(".", name);
        var rows = Databases.column(connection, sql).getFirst();
        var seen = rows.equals("0")
                ? Observation.inconclusive("row-count", table, table + " has no rows, which proves nothing")
                        .found(Findings.remark("no-rows", table, "it is empty"))
                : Observation.pass("row-count", table, AssuranceLevel.EXISTS, table + " has " + rows + " rows");
        return seen.about(List.of(sql)).with("rows", rows);
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        var parts = parts(table);
        var meta = connection.getMetaData();
        var escape = meta.getSearchStringEscape();
        var pattern = parts.getLast().replace("_", escape + "_").replace("%", escape + "%");
        var schema = parts.size() > 1 ? parts.get(parts.size() - 2) : null;
        var found = new ArrayList<String>();
        var schemas = new TreeSet<String>();
        try (var rows = meta.getColumns(null, schema, pattern, "%")) {
            while (rows.next()) {
                schemas.add(String.valueOf(rows.getString("TABLE_SCHEM")));
                if (schemas.size() == 1 && parts.getLast().equals(rows.getString("TABLE_NAME"))) {
                    found.add(String.valueOf(rows.getString("COLUMN_NAME")));
                }
            }
        }
        return found;
    }

    private static List<String> parts(String table) {
        return Arrays.stream(table.split("\\.", -1)).map(TableProbe::bare).toList();
    }

    /// A part without the marks around it, if there are any.
    private static String bare(String part) {
        boolean marked = part.length() > 2 && "`\"".indexOf(part.charAt(0)) >= 0 && part.endsWith(part.substring(0, 1));
        return marked ? part.substring(1, part.length() - 1) : part;
    }
}
