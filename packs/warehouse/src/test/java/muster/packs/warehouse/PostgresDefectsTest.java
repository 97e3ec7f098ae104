package muster.packs.warehouse;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PostgresDefectsTest implements DefectsContract {
    @TempDir
    Path folder;

    @Override
    public Scratch empty() throws Exception {
        return PostgresScratch.empty(folder);
    }

    @Override
    public Types types() {
        return new Types("character varying", "real");
    }
}
