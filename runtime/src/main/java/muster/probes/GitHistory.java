package muster.probes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import muster.observation.Findings;
import muster.observation.Looked;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;

/// What git knows of a file. Only commands that start nothing the repository names: no hooks, filters, monitors,
/// pagers.
record GitHistory(Path root, Launcher launcher) {
    private static final Duration WALL = Duration.ofSeconds(10);
    private static final List<String> HARMLESS = List.of(
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "log.showSignature=false",
            "--no-pager");

    /// Of a file that is expected to be tracked.
    Observation tracked(Looked looked) throws InterruptedException {
        return switch (entry(looked.path())) {
            case Launched.Ended ended -> answered(looked, ended);
            case Launched.Overran _ -> Observation.error("git", looked.path(), "git did not come back");
            case Launched.NotStarted(String why) -> Observation.notRun("git", looked.path(), why);
        };
    }

    private Observation answered(Looked looked, Launched.Ended ended) throws InterruptedException {
        if (ended.exit() != 0) {
            var why = "git does not answer: " + firstLine(ended.stderr());
            return Observation.inconclusive("git", looked.path(), why);
        }
        return ended.stdout().isBlank() ? untracked(looked) : committed(looked, ended.stdout());
    }

    private Launched entry(String path) throws InterruptedException {
        return git(List.of("ls-files", "--stage", "--", path));
    }

    private static Observation untracked(Looked looked) {
        return Observation.fail("git", looked.path(), AssuranceLevel.CLAIMED, looked.path() + " is not tracked by git")
                .with("tracked", "no")
                .found(Findings.defect("untracked", looked.path(), "nobody else has this file: it is not in git"));
    }

    private Observation committed(Looked looked, String entry) throws InterruptedException {
        var log = git(List.of("log", "-1", "--format=%cI%n%aI%n%h", "--", looked.path()));
        var lines = log instanceof Launched.Ended ended ? ended.stdout().lines().toList() : List.<String>of();
        var seen = Observation.pass("git", looked.path(), AssuranceLevel.EXISTS, looked.path() + " is tracked by git")
                .with("tracked", "yes");
        if (lines.size() == 3) {
            seen = seen.with("last-commit", instant(lines.get(0)))
                    .with("last-author-date", instant(lines.get(1)))
                    .with("commit", lines.get(2));
        }
        return switch (looked) {
            case Looked.Found found -> compared(seen.from(List.of(found.digest())), found, entry);
            case Looked.Absent absent ->
                Observation.fail(
                                "git",
                                absent.path(),
                                AssuranceLevel.CLAIMED,
                                absent.path() + " is in git, but deleted here")
                        .with(seen.attributes())
                        .found(Findings.defect("deleted", absent.path(), "the working copy lacks a file that git has"));
            case Looked.Refused _ -> seen;
        };
    }

    private static String instant(String date) {
        return OffsetDateTime.parse(date).toInstant().toString();
    }

    private static Observation compared(Observation seen, Looked.Found found, String entry) {
        return entry.contains(blob(found.bytes()))
                ? seen.with("modified", "no")
                : seen.with("modified", "yes")
                        .found(Findings.remark("uncommitted", found.path(), "it differs from what git has"));
    }

    private Launched git(List<String> arguments) throws InterruptedException {
        var argv = new ArrayList<>(List.of("/usr/bin/git", "-C", root.toString()));
        argv.addAll(HARMLESS);
        argv.addAll(arguments);
        return launcher.run(Launch.of(argv, root, WALL)
                .with("GIT_CONFIG_NOSYSTEM", "1")
                .with("GIT_CONFIG_GLOBAL", "/dev/null")
                .with("GIT_OPTIONAL_LOCKS", "0")
                .with("GIT_NO_LAZY_FETCH", "1")
                .with("GIT_LITERAL_PATHSPECS", "1")
                .with("GIT_TERMINAL_PROMPT", "0"));
    }

    /// The name git gives to a file's content. Source: the git object format, `blob`, a blank, the length, a zero byte.
    private static String blob(byte[] bytes) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha1.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    static String firstLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }
}
