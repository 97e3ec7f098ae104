package muster.targets;

import java.io.IOException;
import muster.sandbox.Launch;

/// Starts processes that stay.
final class Started {
    private Started() {}

    /// The process, in exactly the environment given.
    static Process of(Launch launch) throws IOException {
        var builder =
                new ProcessBuilder(launch.argv()).directory(launch.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        return builder.start();
    }
}
