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

    /// The file metastore of the tests lists quotes in another spelling.
    @Override
    String hostile() {
        return "cov; drop table x; -- é😀";
    }

    /// Not played: so many warehouses take minutes here. [TrinoMergeTest] has a death half-way.
    @Override
    void aKillAtAnyStatementIsMadeGoodByCallingAgain() {}
}
