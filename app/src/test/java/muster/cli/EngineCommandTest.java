package muster.cli;

import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the worker of a Restate cluster begins. What it does then is looked at in the tests of the engine.
class EngineCommandTest {
    @TempDir
    Path folder;

    @Test
    void anAddressThatIsTakenIsSaid() throws Exception {
        try (var taken = new ServerSocket(0)) {
            Said.to("engine", "--workspace", folder, "--host", "0.0.0.0", "--port", taken.getLocalPort())
                    .refuses(Exit.UNAVAILABLE, "cannot listen on 0.0.0.0:" + taken.getLocalPort());
        }
    }
}
