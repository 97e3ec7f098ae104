package muster.targets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import muster.sandbox.Launch;

/// Shells of this machine, each the leader of a process group, in a scrubbed environment.
///
/// @param folder where commands run
public record LocalDriver(Path folder) implements Driver {
    private static final Path OWN_GROUP = Path.of("/usr/bin/setsid");
    private static final String SHELL = "/bin/sh";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration KILLING = Duration.ofSeconds(2);

    @Override
    public Process start() throws IOException {
        var argv = Files.isExecutable(OWN_GROUP) ? List.of(OWN_GROUP.toString(), SHELL) : List.of(SHELL);
        return Started.of(Launch.of(argv, folder, PATIENCE));
    }

    @Override
    public String prelude() {
        return "";
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Hold hold() {
        return Hold.WHOLE;
    }

    /// What has lost its parent is no descendant any more, but still of the group.
    @Override
    public void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        try {
            var kill = new ProcessBuilder(SHELL, "-c", "kill -KILL -- -" + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor(KILLING.toNanos(), TimeUnit.NANOSECONDS);
        } catch (IOException _) {
            // Without a shell none has ever started.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
