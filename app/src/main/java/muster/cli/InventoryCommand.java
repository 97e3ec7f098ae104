package muster.cli;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import muster.wiring.Inventory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the tables of a warehouse.
@Command(
        name = "inventory",
        mixinStandardHelpOptions = true,
        description = "Lists the tables of the workspace's warehouse, counted by two paths.")
final class InventoryCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WarehouseOptions warehouse = new WarehouseOptions();

    @Option(names = "--names", description = "print every table and view, one a line, with its kind and row count")
    private boolean names;

    @Option(names = "--json", description = "print the counts as JSON")
    private boolean json;

    InventoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            return print(Inventory.of(warehouse.access(console.environment()))).code();
        } catch (SQLException e) {
            return UnreachableWarehouse.told(console, e).code();
        }
    }

    private Exit print(Inventory inventory) {
        if (names) {
            inventory.lines().forEach(each -> console.data(Visible.inLine(each)));
        } else if (json) {
            console.json(
                    "muster.inventory/1",
                    console.object()
                            .put("tables", inventory.tables().size())
                            .put("views", inventory.views().size())
                            .put("tables_by_second_path", inventory.secondCount()));
        } else {
            console.data(inventory.tables().size() + " tables, "
                    + inventory.views().size() + " views; by a second path " + inventory.secondCount() + " tables");
        }
        return inventory.secondCount() == inventory.tables().size() ? Exit.YES : Exit.NO;
    }
}
