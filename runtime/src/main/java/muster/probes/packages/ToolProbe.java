package muster.probes.packages;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import muster.versions.Notation;
import org.jspecify.annotations.Nullable;

/// Whether a system tool is installed, and in which version. It is looked for where the system keeps its programs, so
/// that a workspace cannot bring its own.
public record ToolProbe(Path root, Launcher launcher) {
    private static final Duration WALL = Duration.ofSeconds(20);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*");
    private static final Pattern VERSION =
            Pattern.compile("(?s)(?:.*?(?<![\\w.])v?(\\d+(?:\\.\\d+)+[\\w.+-]*)|.*?\\b(\\d+)\\b).*");

    /// Tools that are asked for their version in another way than by `--version`.
    private static final Map<String, List<String>> ASKED_OTHERWISE = Map.of(
            "go", List.of("version"),
            "java", List.of("-version"),
            "ssh", List.of("-V"),
            "kubectl", List.of("version", "--client"),
            "bq", List.of("version"),
            "gsutil", List.of("version"),
            "openssl", List.of("version"));

    public List<Observation> of(String name, String range) throws InterruptedException {
        var program = located(name);
        if (program == null) {
            return List.of(missing(name, range));
        }
        var argv = question(name, program.toString());
        return List.of(asked(name, range, argv), there(program));
    }

    /// What is said of a program that is nowhere.
    public static Observation missing(String name, String range) {
        return Observation.fail("tool", name, AssuranceLevel.CLAIMED, name + " is not installed")
                .with("version-required", range)
                .found(Findings.defect("tool-missing", name, "no such program on " + Launch.PATH));
    }

    /// How a program is asked for its version.
    ///
    /// @param program where it is
    public static List<String> question(String name, String program) {
        var argv = new java.util.ArrayList<>(List.of(program));
        argv.addAll(ASKED_OTHERWISE.getOrDefault(name, List.of("--version")));
        return List.copyOf(argv);
    }

    private Observation asked(String name, String range, List<String> argv) throws InterruptedException {
        return switch (launcher.run(Launch.of(argv, root, WALL))) {
            case Launched.Ended(int exit, String out, String err, Duration took) ->
                answered(name, range, exit, out + err)
                        .about(argv)
                        .printing(out + err)
                        .took(took);
            case Launched.Overran _ ->
                Observation.error("tool", name, name + " did not tell its version")
                        .about(argv);
            case Launched.NotStarted(String why) ->
                Observation.error("tool", name, why).about(argv);
        };
    }

    private static Observation there(Path program) {
        return Observation.pass("program", program.toString(), AssuranceLevel.EXISTS, program + " is executable")
                .with("location", program.toString());
    }

    public static @Nullable Path located(String name) {
        return isName(name) ? Launch.located(name) : null;
    }

    /// Whether a program can be called so; no other name is ever looked for.
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// What follows from its answer, both outputs together.
    public static Observation answered(String name, String range, int exit, String text) {
        var match = VERSION.matcher(text);
        if (exit != 0 || !match.matches()) {
            return range.isEmpty()
                    ? Observation.pass("tool", name, AssuranceLevel.EXISTS, name + " is installed; it tells no version")
                    : Observation.inconclusive("tool", name, name + " is installed, but tells no version");
        }
        var version = match.group(1) == null ? match.group(2) : match.group(1);
        return DependencyProbe.judged(Notation.TOOL, name, range, version).as("tool", AssuranceLevel.ANSWERS_HELP);
    }
}
