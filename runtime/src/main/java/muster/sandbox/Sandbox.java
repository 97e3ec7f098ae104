package muster.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs untrusted commands in bubblewrap: `/usr` read-only, no network, no environment, a copy of the project in
/// memory of limited size, limits. The copy is made and compared by a process of ours inside, because it vanishes
/// with the sandbox. Where that cannot be had nothing is run.
public final class Sandbox {
    private static final Path BUBBLEWRAP = Path.of("/usr/bin/bwrap");
    private static final List<String> ROOT_LINKS = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64");
    private static final List<String> FROM_ETC = List.of("/etc/ld.so.cache", "/etc/alternatives");

    /// For copying and comparing, which the command's own limit does not count: far more than any project here
    /// took.
    private static final Duration OVERHEAD = Duration.ofSeconds(60);

    /// The last word holds the files in base64, and is in the second half of what is kept.
    private static final int WITH_FILES = 3 * SandboxCommand.MOST_BROUGHT + 2 * Launcher.OUTPUT_LIMIT;

    private static final Limits TRIAL =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(5), 1L << 30, 64, 1 << 16, 1 << 16, 1 << 20, 64);

    /// Nobody's number: a script has no use for root, not even for a root without powers.
    private static final String UNPRIVILEGED = "65534";

    private static final List<String> GIVE_UP_ROOT = List.of(
            "/usr/bin/setpriv",
            "--reuid=" + UNPRIVILEGED,
            "--regid=" + UNPRIVILEGED,
            "--clear-groups",
            "--inh-caps=-all",
            "--");

    private final Launcher launcher;
    private final AtomicReference<@Nullable Trial> trial = new AtomicReference<>();

    /// What was found out about this machine.
    ///
    /// @param prefix what comes before bubblewrap
    /// @param whyNot why nothing can be run, empty if it can
    private record Trial(List<String> prefix, String whyNot) {}

    /// @param launcher bounds the processes that run at once
    public Sandbox(Launcher launcher) {
        this.launcher = launcher;
    }

    /// Runs a command to its end or its limit.
    public SandboxResult run(SandboxCommand command) throws InterruptedException {
        var tried = tried();
        if (!tried.whyNot().isEmpty()) {
            return new SandboxResult.NotAvailable(tried.whyNot());
        }
        try {
            var project = ProjectFeed.of(command.project(), command.limits().projectBytes());
            return ran(tried.prefix(), command, project);
        } catch (IOException e) {
            return new SandboxResult.NotAvailable("the project could not be copied: " + e.getMessage());
        }
    }

    /// Root is given up before anything is run, because the kernel exempts root from the limit on processes.
    private Trial tried() throws InterruptedException {
        var known = trial.get();
        if (known != null) {
            return known;
        }
        var found = Files.isExecutable(BUBBLEWRAP)
                ? tryOut(GIVE_UP_ROOT)
                : new Trial(List.of(), "bubblewrap is not installed");
        if (Files.isExecutable(BUBBLEWRAP) && !found.whyNot().isEmpty()) {
            found = tryOut(List.of());
        }
        trial.set(found);
        return found;
    }

    private Trial tryOut(List<String> prefix) throws InterruptedException {
        var command = new SandboxCommand(List.of("/usr/bin/true"), Path.of("/"), List.of(), TRIAL);
        return new Trial(
                prefix,
                switch (ran(prefix, command, new ProjectFeed(List.of()))) {
                    case SandboxResult.Finished finished ->
                        finished.exit() == 0 && finished.exhausted().isEmpty()
                                ? ""
                                : "bubblewrap does not work here: "
                                        + finished.stderr().strip();
                    case SandboxResult.TimedOut _ -> "bubblewrap does not come back here";
                    case SandboxResult.NotAvailable(String why) -> "bubblewrap does not work here: " + why;
                });
    }

    private SandboxResult ran(List<String> prefix, SandboxCommand command, ProjectFeed project)
            throws InterruptedException {
        var watcher = Watcher.of(command);
        var argv = new ArrayList<>(prefix);
        argv.addAll(shell(command));
        argv.add("--");
        argv.addAll(Watcher.argv());
        var wall = command.limits().wall().plus(OVERHEAD);
        var launch = Launch.of(argv, Path.of("/"), wall).fedBy(stdin -> watcher.instruct(project, stdin));
        return switch (launcher.run(command.bring().isEmpty() ? launch : launch.keeping(WITH_FILES))) {
            case Launched.Ended ended -> watcher.result(ended);
            case Launched.Overran overran -> new SandboxResult.TimedOut(overran.took());
            case Launched.NotStarted(String why) -> new SandboxResult.NotAvailable(why);
        };
    }

    private static List<String> shell(SandboxCommand command) {
        var argv = new ArrayList<>(List.of(BUBBLEWRAP.toString(), "--ro-bind", "/usr", "/usr"));
        ROOT_LINKS.forEach(link -> argv.addAll(rootFolder(Path.of(link))));
        FROM_ETC.forEach(file -> argv.addAll(List.of("--ro-bind-try", file, file)));
        command.readOnly().forEach(folder -> argv.addAll(List.of("--ro-bind", folder.toString(), folder.toString())));
        argv.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        long disk = command.limits().diskBytes();
        argv.addAll(memory("/dev/shm", disk / 4));
        argv.addAll(memory("/tmp", disk / 4));
        argv.addAll(memory("/work", disk));
        argv.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
        argv.addAll(List.of("--unshare-all", "--die-with-parent", "--as-pid-1", "--new-session", "--cap-drop", "ALL"));
        argv.addAll(List.of("--uid", UNPRIVILEGED, "--gid", UNPRIVILEGED, "--hostname", "sandbox", "--clearenv"));
        argv.addAll(
                List.of("--setenv", "PATH", Launch.PATH, "--setenv", "LANG", "C.UTF-8", "--setenv", "HOME", "/tmp"));
        argv.addAll(List.of("--setenv", "PYTHONDONTWRITEBYTECODE", "1", "--setenv", "NO_COLOR", "1"));
        return argv;
    }

    private static List<String> memory(String folder, long bytes) {
        return List.of("--size", Long.toString(bytes), "--tmpfs", folder);
    }

    private static List<String> rootFolder(Path folder) {
        try {
            if (Files.isSymbolicLink(folder)) {
                return List.of("--symlink", Files.readSymbolicLink(folder).toString(), folder.toString());
            }
            return List.of("--ro-bind-try", folder.toString(), folder.toString());
        } catch (IOException e) {
            return List.of();
        }
    }
}
