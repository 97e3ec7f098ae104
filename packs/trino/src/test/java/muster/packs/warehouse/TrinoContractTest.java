package muster.packs.warehouse;

import java.util.Map;
import muster.packs.trino.TrinoAccess;
import muster.packs.trino.TrinoServer;

/// What every engine has to keep, kept by Trino with tables of Iceberg.
class TrinoContractTest extends WarehouseContract {

    @Override
    public Scratch empty() throws Exception {
        return new Scratch(folder, TrinoAccess.of(TrinoServer.schema(), Map.of()));
    }

    @Override
    String hostile() {
        return "cov\"; drop table x; -- '";
    }

    /// A statement takes a tenth of a second.
    @Override
    int deathsApart() {
        return 31;
    }
}
