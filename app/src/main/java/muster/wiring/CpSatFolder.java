package muster.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Where CP-SAT's library is unpacked: beside the start-up cache of this installation if that is ours to write, else
/// among the user's own caches (XDG Base Directory Specification).
public final class CpSatFolder {
    private static final String NAME = "cp-sat";

    private CpSatFolder() {}

    /// @param environment of this process
    public static Path of(Map<String, String> environment) {
        var home = System.getProperty("muster.home");
        if (home != null) {
            var cache = Path.of(home, ".muster-cache");
            if (Files.isWritable(Files.exists(cache) ? cache : Path.of(home))) {
                return cache.resolve(NAME);
            }
        }
        var caches = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        return (caches.isAbsolute() ? caches : Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("muster")
                .resolve(NAME);
    }
}
