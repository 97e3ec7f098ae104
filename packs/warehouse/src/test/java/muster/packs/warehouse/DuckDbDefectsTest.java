package muster.packs.warehouse;

import java.nio.file.Path;
import muster.packs.warehouse.sql.DuckDbFile;
import org.junit.jupiter.api.io.TempDir;

class DuckDbDefectsTest implements DefectsContract {
    @TempDir
    Path folder;

    @Override
    public Scratch empty() throws Exception {
        return new Scratch(folder, new DuckDbFile(folder.resolve("defects.duckdb")));
    }

    @Override
    public Types types() {
        return new Types("VARCHAR", "FLOAT");
    }
}
