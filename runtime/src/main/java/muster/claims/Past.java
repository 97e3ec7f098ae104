package muster.claims;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.sandbox.GitLaunch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import org.jspecify.annotations.Nullable;

/// When git got its files, last changed them and lost them. Empty if there is no git, or its history is not whole.
///
/// @param root the first commit; what came with it may be older
record Past(
        Map<String, Commit> first,
        Map<String, Commit> last,
        Map<String, Commit> gone,
        @Nullable Commit root) {
    private static final Duration WALL = Duration.ofSeconds(30);
    private static final int MOST_COMMITS = 20_000;
    private static final int MOST_BYTES = 32 << 20;
    private static final char MARK = '\u0001';

    /// A commit by its short name and time.
    record Commit(String name, Instant at) {
        @Override
        public String toString() {
            return name + " on " + at;
        }
    }

    static Past none() {
        return new Past(Map.of(), Map.of(), Map.of(), null);
    }

    static Past of(Path root, Launcher launcher) throws InterruptedException {
        var shallow = git(root, launcher, List.of("rev-parse", "--is-shallow-repository", "--show-prefix"));
        if (!(shallow instanceof Launched.Ended ended)
                || ended.exit() != 0
                || !ended.stdout().strip().equals("false")) {
            return none();
        }
        var log = git(
                root,
                launcher,
                List.of(
                        "log",
                        "-n",
                        String.valueOf(MOST_COMMITS),
                        "--no-renames",
                        "--format=%x01%h%x09%cI",
                        "--name-status"));
        return log instanceof Launched.Ended done
                        && done.exit() == 0
                        && done.stdout().length() < MOST_BYTES
                ? read(done.stdout())
                : none();
    }

    /// Reads commits from the newest on.
    private static Past read(String log) {
        var past = new Past(new HashMap<>(), new HashMap<>(), new HashMap<>(), null);
        Commit commit = null;
        var count = 0;
        for (var line : (Iterable<String>) log.lines()::iterator) {
            if (line.indexOf(MARK) == 0) {
                commit = commit(line.substring(1));
                count++;
            } else if (commit != null && line.indexOf('\t') > 0) {
                past.note(commit, line.charAt(0), line.substring(line.indexOf('\t') + 1));
            }
        }
        return count >= MOST_COMMITS || commit == null
                ? new Past(Map.of(), past.last, past.gone, null)
                : new Past(past.first, past.last, past.gone, commit);
    }

    private static Commit commit(String line) {
        var parts = line.split("\t", -1);
        return new Commit(parts[0], OffsetDateTime.parse(parts[1]).toInstant());
    }

    private void note(Commit commit, char change, String path) {
        if (change == 'D') {
            gone.putIfAbsent(path, commit);
            last.putIfAbsent(path, commit);
        } else {
            last.putIfAbsent(path, commit);
            first.put(path, commit);
        }
    }

    /// The commit that deleted a path that git no longer has.
    @Nullable
    Commit deleted(String path) {
        var commit = gone.get(path);
        return commit != null && commit.equals(last.get(path)) ? commit : null;
    }

    boolean isRoot(Commit commit) {
        return commit.equals(root);
    }

    /// Whether git knows what there was at an instant.
    boolean reaches(Instant at) {
        return root != null && !at.isBefore(root.at());
    }

    private static Launched git(Path root, Launcher launcher, List<String> arguments) throws InterruptedException {
        return launcher.run(GitLaunch.of(root, WALL, arguments)
                .keeping(MOST_BYTES)
                .with("GIT_CEILING_DIRECTORIES", String.valueOf(root.getParent())));
    }
}
