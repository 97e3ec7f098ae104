package muster.wiring;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.WarehouseAccess;

/// What a warehouse holds; tables of Muster's own are left out.
///
/// @param rows row counts by table
/// @param secondCount tables counted by another path
public record Inventory(List<String> tables, List<String> views, Map<String, Long> rows, int secondCount) {

    /// Reads the live catalog.
    public static Inventory of(Workspace workspace) throws SQLException {
        return of(() -> Auditing.warehouse(workspace));
    }

    /// Reads the live catalog of any warehouse.
    public static Inventory of(WarehouseAccess access) throws SQLException {
        try (var session = Session.open(access)) {
            var first = Catalog.read(session);
            var tables = first.tables();
            return new Inventory(
                    tables,
                    first.views(),
                    Contents.rows(session, tables),
                    Catalog.readSecond(session).tables().size());
        }
    }

    /// One line for each table and view.
    public List<String> lines() {
        return Stream.concat(
                        tables.stream().map(table -> "table " + table + " " + rows.get(table)),
                        views.stream().map(view -> "view " + view))
                .sorted()
                .toList();
    }
}
