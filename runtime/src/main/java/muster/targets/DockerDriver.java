package muster.targets;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import muster.plan.Address;
import muster.sandbox.Launch;

/// Shells in a running container, as `docker exec` gives them. Source of the arguments: docker-container-
/// exec(1).
///
/// @param program see [Routes]
/// @param environment of this process
public record DockerDriver(Address.Docker address, String program, Map<String, String> environment) implements Driver {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Which daemon the client asks; it inherits nothing else.
    private static final List<String> PASSED =
            List.of("HOME", "DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH");

    public DockerDriver {
        environment = Map.copyOf(environment);
    }

    @Override
    public Process start() throws IOException {
        var client = program.startsWith("/") ? Path.of(program) : Launch.located(program);
        if (client == null) {
            throw new IOException("the program " + program + " is not installed here");
        }
        var argv = List.of(client.toString(), "exec", "--interactive", "--", address.container(), "/bin/sh");
        var launch = Launch.of(argv, Path.of("/"), PATIENCE);
        for (var name : PASSED) {
            var value = environment.get(name);
            launch = value == null ? launch : launch.with(name, value);
        }
        return Started.of(launch);
    }

    @Override
    public String prelude() {
        return Shell.FOREIGN;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Hold hold() {
        return Hold.THIS_END;
    }
}
