package muster.probes.host;

import java.nio.file.Path;
import java.util.Map;
import muster.targets.Driver;
import muster.targets.SshDriver;
import muster.targets.Sshd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SshMachineTest implements OtherMachineKit {
    @TempDir
    private static Path keys;

    private static Sshd server;

    @BeforeAll
    static void begin() throws Exception {
        server = Sshd.start(keys);
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public Driver driver(Path folder) throws Exception {
        return new SshDriver(server.address(), server.settings(), Map.of());
    }
}
