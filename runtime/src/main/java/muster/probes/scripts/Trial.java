package muster.probes.scripts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.audit.ProbeResult;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.plan.AssuranceLevel;
import muster.probes.scripts.reading.Reading;
import muster.probes.scripts.sql.NameRule;
import muster.sandbox.Exhausted;
import muster.sandbox.Limits;
import muster.sandbox.Sandbox;
import muster.sandbox.SandboxCommand;
import muster.sandbox.SandboxResult;
import muster.sandbox.Trust;

/// Runs a script in the sandbox: for its help, dry, and against its tests.
record Trial(Ground ground, Sandbox sandbox, ScriptMeans means, NameRule naming) {
    private static final int OUTPUT_SHOWN = 1_500;

    void climb(Climb climb, Reading.Way way) throws InterruptedException {
        if (climb.wants(AssuranceLevel.ANSWERS_HELP) && !means.trust().executes()) {
            climb.stop(ProbeResult.NOT_RUN, Trust.NOTHING_RUNS);
        }
        var usage = "";
        if (climb.wants(AssuranceLevel.ANSWERS_HELP)) {
            usage = help(climb, way);
        }
        if (climb.wants(AssuranceLevel.DRY_RUNS)) {
            dry(climb, way, Usage.arguments(usage));
        }
        if (climb.wants(AssuranceLevel.TESTS_PASS)) {
            tests(climb);
        }
        if (climb.wants(AssuranceLevel.SCRATCH_ROUND_TRIP)) {
            climb.stop(ProbeResult.INCONCLUSIVE, "a script cannot be tried out further than its tests from here");
        }
    }

    private String help(Climb climb, Reading.Way way) throws InterruptedException {
        if (way.argv().isEmpty()) {
            climb.stop(ProbeResult.NOT_RUN, "not tried: a file of this kind is not run by itself");
            return "";
        }
        if (!way.help()) {
            climb.lacks("no-help", "it does not answer --help, so it was not run");
            return "";
        }
        if (!(run(climb, way.with(List.of("--help"))) instanceof SandboxResult.Finished finished)) {
            return "";
        }
        var text = finished.stdout() + finished.stderr();
        if (finished.exit() != 0 || text.isBlank()) {
            var message = "--help ended with " + finished.exit() + last(finished.stderr());
            climb.fail("help-failed", climb.path(), message);
            return "";
        }
        climb.to(AssuranceLevel.ANSWERS_HELP);
        climb.changed("side-effect-on-help", "asked for --help only", finished.filesChanged(), ground::has);
        return text;
    }

    private void dry(Climb climb, Reading.Way way, List<String> samples) throws InterruptedException {
        if (!way.dryRun()) {
            climb.lacks("no-dry-run", "it has no --dry-run");
            return;
        }
        var arguments = new ArrayList<>(samples);
        arguments.add("--dry-run");
        if (!(run(climb, way.with(arguments)) instanceof SandboxResult.Finished finished)) {
            return;
        }
        var message = "--dry-run ended with " + finished.exit() + last(finished.stderr());
        if (finished.exit() == 0) {
            climb.to(AssuranceLevel.DRY_RUNS);
            printed(climb, finished.stdout());
            climb.changed("side-effect-on-dry-run", "running dry", finished.filesChanged(), ground::has);
        } else if (samples.isEmpty()) {
            climb.fail("dry-run-failed", climb.path(), message);
        } else {
            climb.note(List.of(Findings.remark(
                    "needs-arguments", climb.path(), message + "; it was given the sample arguments " + samples)));
            climb.stop(ProbeResult.INCONCLUSIVE, "it needs arguments that are not known");
        }
    }

    private void printed(Climb climb, String stdout) {
        var names = PrintedNames.in(stdout);
        climb.note(names.findings(climb.path(), naming, means.catalogue()));
        climb.tell(names.attributes(naming, means.catalogue()));
    }

    private void tests(Climb climb) throws InterruptedException {
        var tests = ScriptTests.of(ground, climb.path());
        if (tests.isEmpty()) {
            climb.lacks("no-tests", "there is no " + ScriptTests.usual(climb.path()));
            return;
        }
        for (var test : tests) {
            var argv = ScriptTests.argv(test, means.python(), means.packages());
            if (argv.isEmpty()) {
                climb.stop(ProbeResult.NOT_RUN, "bats, which " + test + " needs, is not installed");
                return;
            }
            if (!(run(climb, argv) instanceof SandboxResult.Finished finished)) {
                return;
            }
            if (finished.exit() != 0) {
                var message = test + " ended with " + finished.exit() + last(finished.stderr() + finished.stdout());
                climb.fail("tests-failed", test, message);
                return;
            }
        }
        climb.to(AssuranceLevel.TESTS_PASS);
    }

    private SandboxResult run(Climb climb, List<String> argv) throws InterruptedException {
        var result = sandbox.run(new SandboxCommand(argv, ground.root(), readOnly(), Limits.BRIEF));
        switch (result) {
            case SandboxResult.Finished finished -> {
                climb.ran("$ " + String.join(" ", argv) + "\n" + head(finished), finished.took());
                finished.exhausted().stream().sorted().map(Trial::told).forEach(climb::exhausted);
            }
            case SandboxResult.TimedOut late ->
                climb.fail("timed-out", climb.path(), String.join(" ", argv) + " did not end within " + late.told());
            case SandboxResult.NotAvailable(String why) -> climb.stop(ProbeResult.NOT_RUN, why);
        }
        return result;
    }

    private static String told(Exhausted limit) {
        return switch (limit) {
            case CPU -> "it used up its processor time and was ended";
            case MEMORY -> "its processes together used up their memory and were ended";
            case DISK -> "it filled the room that it has for files";
            case OUTPUT -> "it printed more than is kept; the middle is dropped";
            case BROUGHT -> "it left more than is handed out";
            case WATCH -> "it ended the process that watches it; what it changed is not known";
        };
    }

    /// An interpreter outside `/usr` is shown to the sandbox together with its library.
    private List<Path> readOnly() {
        try {
            var real = means.python().toRealPath();
            var prefix = real.getParent() == null ? null : real.getParent().getParent();
            return real.startsWith("/usr") || prefix == null || prefix.equals(Path.of("/"))
                    ? List.of()
                    : List.of(prefix);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String head(SandboxResult.Finished finished) {
        var text = finished.stdout() + finished.stderr();
        return text.length() <= OUTPUT_SHOWN ? text : text.substring(0, OUTPUT_SHOWN) + "\n[...]\n";
    }

    private static String last(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce((_, next) -> next)
                .map(line -> ": " + line.strip())
                .orElse("");
    }
}
