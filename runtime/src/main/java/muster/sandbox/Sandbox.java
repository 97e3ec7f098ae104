package muster.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs untrusted commands in bubblewrap: `/usr` read-only, no network, no environment, a copy of the project, limits.
/// Where that cannot be had nothing is run.
public final class Sandbox {
    private static final Path BUBBLEWRAP = Path.of("/usr/bin/bwrap");
    private static final List<String> ROOT_LINKS = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64");
    private static final List<String> FROM_ETC = List.of("/etc/ld.so.cache", "/etc/alternatives");
    private static final Duration TRIAL = Duration.ofSeconds(10);

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
        try (var copy = ProjectCopy.of(command.project(), command.limits().projectBytes())) {
            return finished(copy, launcher.run(launch(tried.prefix(), command, copy.root())));
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
        var argv = new ArrayList<>(prefix);
        argv.addAll(shell(List.of()));
        argv.addAll(List.of("--", "/usr/bin/true"));
        return new Trial(
                prefix,
                switch (launcher.run(Launch.of(argv, Path.of("/"), TRIAL))) {
                    case Launched.Ended ended ->
                        ended.exit() == 0
                                ? ""
                                : "bubblewrap does not work here: "
                                        + ended.stderr().strip();
                    case Launched.Overran _ -> "bubblewrap does not come back here";
                    case Launched.NotStarted(String why) -> "bubblewrap does not start here: " + why;
                });
    }

    private static Launch launch(List<String> prefix, SandboxCommand command, Path copy) {
        var argv = new ArrayList<>(prefix);
        argv.addAll(shell(command.readOnly()));
        argv.addAll(List.of("--bind", copy.toString(), "/work", "--chdir", "/work", "--"));
        argv.addAll(limited(command.limits()));
        argv.addAll(command.argv());
        return Launch.of(argv, Path.of("/"), command.limits().wall());
    }

    private static List<String> shell(List<Path> readOnly) {
        var argv = new ArrayList<>(List.of(BUBBLEWRAP.toString(), "--ro-bind", "/usr", "/usr"));
        ROOT_LINKS.forEach(link -> argv.addAll(rootFolder(Path.of(link))));
        FROM_ETC.forEach(file -> argv.addAll(List.of("--ro-bind-try", file, file)));
        readOnly.forEach(folder -> argv.addAll(List.of("--ro-bind", folder.toString(), folder.toString())));
        argv.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
        argv.addAll(List.of("--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"));
        argv.addAll(List.of("--uid", UNPRIVILEGED, "--gid", UNPRIVILEGED, "--hostname", "sandbox", "--clearenv"));
        argv.addAll(
                List.of("--setenv", "PATH", Launch.PATH, "--setenv", "LANG", "C.UTF-8", "--setenv", "HOME", "/tmp"));
        argv.addAll(List.of("--setenv", "PYTHONDONTWRITEBYTECODE", "1", "--setenv", "NO_COLOR", "1"));
        return argv;
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

    private static List<String> limited(Limits limits) {
        return List.of(
                "/usr/bin/prlimit",
                "--cpu=" + Math.max(1, limits.cpu().toSeconds()),
                "--as=" + limits.memoryBytes(),
                "--nproc=" + limits.processes(),
                "--fsize=" + limits.fileBytes(),
                "--core=0",
                "--");
    }

    private static SandboxResult finished(ProjectCopy copy, Launched launched) throws IOException {
        return switch (launched) {
            case Launched.Ended(int exit, String stdout, String stderr, Duration took) ->
                new SandboxResult.Finished(exit, stdout, stderr, took, copy.changes());
            case Launched.Overran overran -> new SandboxResult.TimedOut(overran.took());
            case Launched.NotStarted(String why) -> new SandboxResult.NotAvailable(why);
        };
    }
}
