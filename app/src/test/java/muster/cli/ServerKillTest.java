package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import muster.http.Scope;
import muster.http.TokenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills the process of a server with SIGKILL between two words of an agent, and starts another.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ServerKillTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/v1/runs");

    @TempDir
    Path folder;

    @Test
    void whatWasClaimedAtADeadServerIsDoneAtTheNext() throws Exception {
        Small.file(folder, "muster.yaml", Small.ONE);
        Said.to("run", "--workspace", folder).exits(Exit.YES);
        var tokens = new TokenFile(folder.resolve(".muster/tokens.json"), InstantSource.system());
        var secret = Objects.requireNonNull(tokens.create("ann", List.of(Scope.of("agent:ann")), null));
        var server = start(0);
        var port = port(server);
        var environment = Map.of("MUSTER_TOKEN", secret, "MUSTER_SERVER", "http://127.0.0.1:" + port);
        Said.in(environment, "claim", "one").exits(Exit.YES);

        server.destroyForcibly().waitFor();
        Said.in(environment, "done", "one", "--fence", "1").refuses(Exit.UNAVAILABLE, "nobody answers at");
        var next = start(port);
        try {
            port(next);

            Said.in(environment, "done", "one", "--fence", "1").exits(Exit.YES);
        } finally {
            next.destroyForcibly().waitFor();
        }
        assertThat(Said.to("status", "--workspace", folder).out()).startsWith("run team: finished, 1 of 1 steps done");
        assertThat(Files.readString(folder.resolve("errors"))).doesNotContain(secret);
    }

    private Process start(int port) throws IOException {
        Files.deleteIfExists(folder.resolve("errors"));
        return new JavaProcess(folder, Map.of()).start("serve", "--port", String.valueOf(port));
    }

    private int port(Process server) throws IOException {
        while (true) {
            assertThat(server.isAlive()).as("it ended").isTrue();
            var found = ADDRESS.matcher(Files.readString(folder.resolve("errors")));
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
            Thread.onSpinWait();
        }
    }
}
