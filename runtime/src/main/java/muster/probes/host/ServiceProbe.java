package muster.probes.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.observation.Observation;
import muster.observation.Once;
import muster.plan.AssuranceLevel;
import muster.plan.HostProbe;
import muster.plan.Presence;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import org.jspecify.annotations.Nullable;

/// Whether a service runs and is started with the machine: asked of systemd if that runs the machine, else found out
/// from the scripts of System V and the processes. Anything else is not known.
record ServiceProbe(Launcher launcher, Once<Processes> processes) {
    private static final String KIND = "service";

    /// There if systemd runs the machine. Source: sd_booted(3).
    private static final Path SYSTEMD = Path.of("/run/systemd/system");

    private static final Path SCRIPTS = Path.of("/etc/init.d");
    private static final List<String> RUN_LEVELS = List.of("2", "3", "4", "5");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9@._:\\\\][A-Za-z0-9@._:\\\\-]{0,255}");

    private record State(Presence running, Presence enabled) {}

    Observation of(HostProbe.Service wanted, Duration limit) throws InterruptedException {
        var name = wanted.name();
        if (!isName(name)) {
            return noName(name);
        }
        if (Files.isDirectory(SYSTEMD)) {
            return asked(wanted, limit);
        }
        return Files.exists(SCRIPTS.resolve(name))
                ? compared(wanted, bySystemV(name))
                : Observation.notRun(KIND, name, "no systemd runs here, and /etc/init.d has no script of that name");
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.contains("..");
    }

    static Observation noName(String name) {
        return Observation.error(KIND, name, "'" + name + "' names no service");
    }

    private Observation asked(HostProbe.Service wanted, Duration limit) throws InterruptedException {
        var argv = List.of(
                "/usr/bin/systemctl", "show", "--property=LoadState,ActiveState,UnitFileState", "--", wanted.name());
        return switch (launcher.run(Launch.of(argv, Path.of("/"), limit))) {
            case Launched.Ended ended ->
                ended.exit() == 0
                        ? answered(wanted, properties(ended.stdout()))
                        : Observation.notRun(
                                KIND,
                                wanted.name(),
                                "systemd does not answer: " + ended.stderr().strip());
            case Launched.Overran _ -> Observation.notRun(KIND, wanted.name(), "systemd does not answer in time");
            case Launched.NotStarted(String why) -> Observation.notRun(KIND, wanted.name(), why);
        };
    }

    static Map<String, String> properties(String text) {
        return text.lines()
                .filter(line -> line.contains("="))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> line.substring(line.indexOf('=') + 1),
                        (first, _) -> first));
    }

    static Observation answered(HostProbe.Service wanted, Map<String, String> properties) {
        if ("not-found".equals(properties.get("LoadState"))) {
            return missing(wanted);
        }
        var running = presence("active".equals(properties.get("ActiveState")));
        var enabled = properties.getOrDefault("UnitFileState", "").startsWith("enabled");
        return compared(wanted, new State(running, presence(enabled)));
    }

    private static Observation missing(HostProbe.Service wanted) {
        return wanted.running() == Presence.ABSENT && wanted.enabled() != Presence.PRESENT
                ? Observation.pass(KIND, wanted.name(), AssuranceLevel.EXISTS, "there is no service " + wanted.name())
                : Comparison.missing(KIND, wanted.name(), "there is no service " + wanted.name());
    }

    /// The script itself is not run: it may do more than answer.
    private State bySystemV(String name) {
        Predicate<String> started = level -> {
            try (var links = Files.newDirectoryStream(Path.of("/etc/rc" + level + ".d"), "S[0-9][0-9]" + name)) {
                return links.iterator().hasNext();
            } catch (IOException _) {
                return false;
            }
        };
        return new State(
                presence(processes.get().count(name) > 0),
                presence(RUN_LEVELS.stream().anyMatch(started)));
    }

    private static Observation compared(HostProbe.Service wanted, State state) {
        return new Comparison(KIND, wanted.name())
                .same("state", running(wanted.running()), running(state.running()))
                .same("start", enabled(wanted.enabled()), enabled(state.enabled()))
                .seen(AssuranceLevel.EXISTS, "the service " + wanted.name() + " is " + running(state.running()))
                .with("state", String.valueOf(running(state.running())))
                .with("start", String.valueOf(enabled(state.enabled())));
    }

    private static Presence presence(boolean there) {
        return there ? Presence.PRESENT : Presence.ABSENT;
    }

    private static String running(Presence presence) {
        return presence == Presence.PRESENT ? "running" : "stopped";
    }

    private static @Nullable String enabled(@Nullable Presence presence) {
        if (presence == null) {
            return null;
        }
        return presence == Presence.PRESENT ? "enabled" : "disabled";
    }
}
