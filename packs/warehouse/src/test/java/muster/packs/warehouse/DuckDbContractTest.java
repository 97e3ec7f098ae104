package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.SQLException;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.WarehouseAccess;
import org.junit.jupiter.api.Test;

class DuckDbContractTest extends WarehouseContract
        implements MergeContract, DropContract, TransactionContract, ExchangeContract {

    @Override
    public Scratch empty() throws Exception {
        WarehouseAccess access =
                new DuckDbFile(Files.createTempDirectory(folder, "w").resolve("scratch.duckdb"));
        return new Scratch(folder, access);
    }

    /// The traps that the pack is built around; if one of these goes red, the engine has become better.
    @Test
    void theEngineRefusesARenameUnderAnIndexAndBreaksViewsWithoutAWord() throws Exception {
        var scratch = covTables(OLD, "cov_mom_audcad_audchf");
        scratch.execute(
                "CREATE INDEX by_value ON " + OLD + "(val1)",
                "CREATE VIEW reader AS SELECT * FROM cov_mom_audcad_audchf");

        assertThatThrownBy(() -> scratch.execute("ALTER TABLE " + OLD + " RENAME TO moved"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Dependency");
        scratch.execute("ALTER TABLE cov_mom_audcad_audchf RENAME TO other");
        assertThatThrownBy(() -> scratch.rows("SELECT * FROM reader")).isInstanceOf(SQLException.class);
    }
}
