package muster.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How git is asked about a folder that is not trusted: nothing that the repository names is started (hooks, monitors,
/// pagers, signature programs), nothing is fetched, locked or asked for, and the folder's owner does not matter.
public final class GitLaunch {
    private static final List<String> HARMLESS = Stream.of(
                    "safe.directory=*",
                    "core.fsmonitor=false",
                    "core.hooksPath=/dev/null",
                    "log.showSignature=false",
                    "core.quotePath=false")
            .flatMap(setting -> Stream.of("-c", setting))
            .toList();

    private GitLaunch() {}

    /// @param arguments the sub-command and its own; paths are taken as written, never as patterns
    public static Launch of(Path folder, Duration wall, List<String> arguments) {
        var argv = new ArrayList<>(List.of("/usr/bin/git", "-C", folder.toString()));
        argv.addAll(HARMLESS);
        argv.add("--no-pager");
        argv.addAll(arguments);
        return Launch.of(argv, folder, wall)
                .with("GIT_CONFIG_NOSYSTEM", "1")
                .with("GIT_CONFIG_GLOBAL", "/dev/null")
                .with("GIT_OPTIONAL_LOCKS", "0")
                .with("GIT_NO_LAZY_FETCH", "1")
                .with("GIT_LITERAL_PATHSPECS", "1")
                .with("GIT_TERMINAL_PROMPT", "0");
    }
}
