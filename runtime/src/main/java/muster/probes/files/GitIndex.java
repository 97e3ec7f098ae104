package muster.probes.files;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import muster.observation.Excerpt;
import muster.sandbox.GitLaunch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import org.jspecify.annotations.Nullable;

/// What git knows of all files of a repository, read once for all probes: what is staged, and the newest commit that
/// touched each file. Histories are read back [#COMMITS] commits; a file that none of them touched is asked for by
/// itself.
public final class GitIndex {
    /// Reading this many takes about a second; beyond it few files have not been touched.
    private static final int COMMITS = 5_000;

    private static final Duration WALL = Duration.ofSeconds(60);
    private static final int OUTPUT_LIMIT = 256 << 20;
    private static final char HEADER = '\u0001';
    private static final String FORMAT = "--format=tformat:%x01%cI %aI %h";

    private final Path root;
    private final Launcher launcher;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Content content;

    public GitIndex(Path root, Launcher launcher) {
        this.root = root;
        this.launcher = launcher;
    }

    /// The newest commit that touched a file.
    record Commit(String committed, String authored, String id) {}

    /// What git answers when asked.
    sealed interface Answer {

        /// A file that it tracks.
        ///
        /// @param blob name of its content in the index
        /// @param last none if no commit has it yet
        record Tracked(String blob, @Nullable Commit last) implements Answer {}

        record Untracked() implements Answer {}

        /// This is no repository.
        record NoRepository(String why) implements Answer {}

        /// Git did not come back, or is not there.
        record NotAsked(String why) implements Answer {}
    }

    /// @param refusal what every question is answered with, none if git answers
    private record Content(@Nullable Answer refusal, Map<String, String> blobs, Map<String, Commit> commits) {}

    Answer of(String path) throws InterruptedException {
        var known = content();
        if (known.refusal() != null) {
            return known.refusal();
        }
        var blob = known.blobs().get(path);
        if (blob == null) {
            return new Answer.Untracked();
        }
        var commit = known.commits().get(path);
        return new Answer.Tracked(blob, commit == null ? asked(path) : commit);
    }

    private Content content() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (content == null) {
                content = read();
            }
            return content;
        } finally {
            lock.unlock();
        }
    }

    private Content read() throws InterruptedException {
        return switch (git(List.of("ls-files", "--stage", "-z"))) {
            case Launched.Ended ended when ended.exit() == 0 -> new Content(null, blobs(ended.stdout()), commits());
            case Launched.Ended ended ->
                refusing(new Answer.NoRepository("git does not answer: " + Excerpt.firstLine(ended.stderr())));
            case Launched.Overran _ -> refusing(new Answer.NotAsked("git did not come back"));
            case Launched.NotStarted(String why) -> refusing(new Answer.NotAsked(why));
        };
    }

    private static Content refusing(Answer answer) {
        return new Content(answer, Map.of(), Map.of());
    }

    /// Entries are `mode blob stage`, a tab and the path.
    private static Map<String, String> blobs(String listing) {
        var blobs = new HashMap<String, String>();
        for (var entry : listing.split("\0", -1)) {
            var tab = entry.indexOf('\t');
            var words = tab < 0
                    ? List.<String>of()
                    : List.of(entry.substring(0, tab).split(" "));
            if (words.size() == 3) {
                blobs.put(entry.substring(tab + 1), words.get(1));
            }
        }
        return blobs;
    }

    private Map<String, Commit> commits() throws InterruptedException {
        var log = git(List.of("log", "-n", Integer.toString(COMMITS), "--no-renames", "-z", "--name-only", FORMAT));
        return log instanceof Launched.Ended ended ? commits(ended.stdout()) : Map.of();
    }

    private static Map<String, Commit> commits(String log) {
        var newest = new HashMap<String, Commit>();
        Commit commit = null;
        for (var entry : log.split("\0", -1)) {
            var text = entry.startsWith("\n") ? entry.substring(1) : entry;
            if (!text.isEmpty() && text.charAt(0) == HEADER) {
                commit = commit(text);
            } else if (commit != null && !text.isEmpty()) {
                newest.putIfAbsent(text, commit);
            }
        }
        return newest;
    }

    private static @Nullable Commit commit(String header) {
        var words = List.of(header.substring(1).strip().split(" "));
        return words.size() == 3 ? new Commit(instant(words.get(0)), instant(words.get(1)), words.get(2)) : null;
    }

    private static String instant(String date) {
        return OffsetDateTime.parse(date).toInstant().toString();
    }

    private @Nullable Commit asked(String path) throws InterruptedException {
        var log = git(List.of("log", "-1", FORMAT, "--", path));
        return log instanceof Launched.Ended ended && !ended.stdout().isBlank() ? commit(ended.stdout()) : null;
    }

    private Launched git(List<String> arguments) throws InterruptedException {
        return launcher.run(GitLaunch.of(root, WALL, arguments).keeping(OUTPUT_LIMIT));
    }
}
