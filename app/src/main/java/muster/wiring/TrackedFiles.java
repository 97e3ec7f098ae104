package muster.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.sandbox.GitLaunch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;

/// The files of a workspace that are in git; none if it is no git repository.
final class TrackedFiles {
    private static final Duration WALL = Duration.ofSeconds(20);
    /// A list of some hundred thousand paths.
    private static final int MOST_BYTES = 32 << 20;

    private TrackedFiles() {}

    static SortedSet<String> of(Path root) throws InterruptedException {
        var launch = GitLaunch.of(root, WALL, List.of("ls-files", "-z")).keeping(MOST_BYTES);
        return switch (Launcher.forThisMachine().run(launch)) {
            case Launched.Ended ended -> ended.exit() == 0 ? paths(ended.stdout()) : new TreeSet<>();
            case Launched.Overran _, Launched.NotStarted _ -> new TreeSet<>();
        };
    }

    /// Every path ends with a zero byte; what stands behind the last one was cut.
    private static SortedSet<String> paths(String listing) {
        return Arrays.stream(listing.substring(0, listing.lastIndexOf('\0') + 1).split("\0"))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
