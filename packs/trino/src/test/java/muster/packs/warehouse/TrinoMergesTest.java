package muster.packs.warehouse;

import java.nio.file.Path;
import java.util.Map;
import muster.packs.trino.TrinoAccess;
import muster.packs.trino.TrinoServer;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The rest of the kit, which takes minutes here: every planted defect of a merge, and every drop. [TrinoMergeTest]
/// has one of each in every build.
@EnabledIfSystemProperty(named = "muster.trino", matches = "whole", disabledReason = "played with -Dmuster.trino=whole")
class TrinoMergesTest implements MergeContract, DropContract {
    @TempDir
    Path folder;

    @Override
    public Scratch empty() throws Exception {
        return new Scratch(folder, TrinoAccess.of(TrinoServer.schema(), Map.of()));
    }
}
