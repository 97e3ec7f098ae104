package muster.packs.warehouse;

import java.util.List;
import java.util.Map;
import muster.packs.trino.TrinoAccess;
import muster.packs.trino.TrinoServer;

/// What every engine has to keep, kept by Trino with tables of Iceberg.
class TrinoContractTest extends WarehouseContract implements SagaContract {

    @Override
    public Scratch empty() throws Exception {
        return new Scratch(folder, TrinoAccess.of(TrinoServer.schema(), Map.of()));
    }

    /// The file metastore of the tests lists quotes in another spelling.
    @Override
    String hostile() {
        return "cov; drop table x; -- é😀";
    }

    /// Fewer than elsewhere, since a warehouse takes a second here.
    @Override
    int callsBetweenDeaths() {
        return 13;
    }

    @Override
    List<Class<?>> kit() {
        return List.of(TrinoContractTest.class, TrinoMergesTest.class);
    }
}
