package muster.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.generate.Column;
import muster.packs.warehouse.generate.ColumnType;
import muster.packs.warehouse.generate.GenerationRequest;
import muster.packs.warehouse.generate.WarehouseGenerator;
import muster.probes.data.TableFacts;

/// Generates an example's warehouse from the names and columns that the example carries.
final class Warehouses {

    /// The demo's rows come from this seed, so that two demos are alike.
    private static final long SEED = 1;

    private Warehouses() {}

    static void generate(Path facts, Workspace workspace, int rows, Progress progress)
            throws IOException, InterruptedException {
        var tables = new LinkedHashMap<String, List<Column>>();
        TableFacts.read(facts)
                .forEach((name, columns) -> tables.put(
                        name, columns.stream().map(Warehouses::column).toList()));
        var request = new GenerationRequest(tables, rows, SEED, Map.of());
        try {
            WarehouseGenerator.generate(
                    workspace.warehouse(), request, (share, table) -> progress.at("warehouse", share, table));
        } catch (SQLException e) {
            throw new IOException("cannot generate the warehouse: " + e.getMessage(), e);
        }
    }

    private static Column column(String text) {
        var space = text.indexOf(' ');
        return new Column(text.substring(0, space), ColumnType.valueOf(text.substring(space + 1)));
    }
}
