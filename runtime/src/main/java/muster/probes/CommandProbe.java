package muster.probes;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.Probe;
import muster.sandbox.Sandbox;
import muster.sandbox.SandboxCommand;
import muster.sandbox.SandboxResult;
import muster.sandbox.Trust;

/// Whether a command ends as it should when it is run in the sandbox.
record CommandProbe(Path root, Sandbox sandbox, Trust trust) {

    List<Observation> of(Probe.Command command) throws InterruptedException {
        var name = String.join(" ", command.argv());
        if (command.argv().isEmpty()) {
            return List.of(Observation.error("command", "", "the command is empty"));
        }
        if (!trust.executes()) {
            return List.of(
                    Observation.notRun("command", name, Trust.NOTHING_RUNS).about(command.argv()));
        }
        return List.of((switch (sandbox.run(SandboxCommand.of(command.argv(), root))) {
                    case SandboxResult.Finished finished -> finished(name, command, finished);
                    case SandboxResult.TimedOut(Duration after) ->
                        Observation.fail("command", name, AssuranceLevel.EXISTS, "it ran longer than " + seconds(after))
                                .found(Findings.defect("timed-out", name, "it did not end by itself"));
                    case SandboxResult.NotAvailable(String why) -> Observation.notRun("command", name, why);
                })
                .about(command.argv()));
    }

    private static Observation finished(String name, Probe.Command command, SandboxResult.Finished finished) {
        var output = finished.stdout() + finished.stderr();
        var seen = finished.exit() == command.exit() ? printed(name, command, output) : exited(name, command, finished);
        return seen.with("exit", finished.exit()).printing(output).took(finished.took());
    }

    private static Observation exited(String name, Probe.Command command, SandboxResult.Finished finished) {
        var message = "it ended with " + finished.exit() + ", expected " + command.exit();
        return Observation.fail("command", name, AssuranceLevel.EXISTS, message)
                .found(Findings.defect("wrong-exit", name, message));
    }

    private static Observation printed(String name, Probe.Command command, String output) {
        var pattern = command.prints();
        try {
            if (pattern == null || Pattern.compile(pattern).matcher(output).find()) {
                return Observation.pass("command", name, AssuranceLevel.TESTS_PASS, "it ended with " + command.exit());
            }
            var message = "it printed nothing that matches '" + pattern + "'";
            return Observation.fail("command", name, AssuranceLevel.EXISTS, message)
                    .found(Findings.defect("wrong-output", name, message));
        } catch (PatternSyntaxException e) {
            return Observation.error("command", name, "'" + pattern + "' is no pattern: " + e.getMessage());
        }
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
