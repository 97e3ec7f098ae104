package muster.probes.scripts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import muster.audit.Finding;
import muster.audit.ProbeResult;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.plan.AssuranceLevel;
import muster.probes.scripts.reading.Reading;
import muster.sandbox.Limits;
import muster.sandbox.Sandbox;
import muster.sandbox.SandboxCommand;
import muster.sandbox.SandboxResult;
import muster.sandbox.Trust;

/// Runs a script in the sandbox: for its help, dry, and against its tests.
record Trial(Ground ground, Sandbox sandbox, ScriptMeans means) {
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
            lacks(climb, "no-help", "it does not answer --help, so it was not run");
            return "";
        }
        if (!(run(climb, way.with(List.of("--help"))) instanceof SandboxResult.Finished finished)) {
            return "";
        }
        var text = finished.stdout() + finished.stderr();
        if (finished.exit() != 0 || text.isBlank()) {
            var message = "--help ended with " + finished.exit() + last(finished.stderr());
            climb.check(AssuranceLevel.ANSWERS_HELP, List.of(Findings.defect("help-failed", climb.path(), message)));
            return "";
        }
        climb.to(AssuranceLevel.ANSWERS_HELP);
        if (!finished.filesChanged().isEmpty()) {
            climb.note(List.of(Findings.defect(
                    "side-effect-on-help",
                    climb.path(),
                    "asked for --help only, it changed " + String.join(", ", finished.filesChanged()))));
        }
        return text;
    }

    private void dry(Climb climb, Reading.Way way, List<String> samples) throws InterruptedException {
        if (!way.dryRun()) {
            lacks(climb, "no-dry-run", "it has no --dry-run");
            return;
        }
        var arguments = new java.util.ArrayList<>(samples);
        arguments.add("--dry-run");
        if (!(run(climb, way.with(arguments)) instanceof SandboxResult.Finished finished)) {
            return;
        }
        if (finished.exit() == 0) {
            climb.to(AssuranceLevel.DRY_RUNS);
            climb.note(PrintedNames.illegal(climb.path(), finished.stdout(), means.naming()));
            if (!finished.filesChanged().isEmpty()) {
                climb.note(List.of(Findings.defect(
                        "side-effect-on-dry-run",
                        climb.path(),
                        "running dry, it changed " + String.join(", ", finished.filesChanged()))));
            }
            return;
        }
        var message = "--dry-run ended with " + finished.exit() + last(finished.stderr());
        if (samples.isEmpty()) {
            climb.check(AssuranceLevel.DRY_RUNS, List.of(Findings.defect("dry-run-failed", climb.path(), message)));
        } else {
            climb.note(List.of(Findings.remark(
                    "needs-arguments", climb.path(), message + "; it was given the sample arguments " + samples)));
            climb.stop(ProbeResult.INCONCLUSIVE, "it needs arguments that are not known");
        }
    }

    private void tests(Climb climb) throws InterruptedException {
        var tests = ScriptTests.of(ground, climb.path());
        if (tests.isEmpty()) {
            lacks(climb, "no-tests", "there is no " + ScriptTests.usual(climb.path()));
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
                climb.check(AssuranceLevel.TESTS_PASS, List.of(Findings.defect("tests-failed", test, message)));
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
                climb.note(exhausted(climb.path(), finished));
            }
            case SandboxResult.TimedOut late ->
                climb.check(
                        AssuranceLevel.ANSWERS_HELP,
                        List.of(Findings.defect(
                                "timed-out",
                                climb.path(),
                                String.join(" ", argv) + " did not end within " + late.told())));
            case SandboxResult.NotAvailable(String why) -> climb.stop(ProbeResult.NOT_RUN, why);
        }
        return result;
    }

    private static List<Finding> exhausted(String path, SandboxResult.Finished finished) {
        return finished.exhausted().stream()
                .sorted()
                .map(limit -> Findings.defect(
                        "limit-reached",
                        path,
                        switch (limit) {
                            case CPU -> "it used up its processor time and was ended";
                            case MEMORY -> "its processes together used up their memory and were ended";
                            case DISK -> "it filled the room that it has for files";
                            case OUTPUT -> "it printed more than is kept; the middle is dropped";
                            case WATCH -> "it ended the process that watches it; what it changed is not known";
                        }))
                .toList();
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

    private static void lacks(Climb climb, String code, String message) {
        climb.note(List.of(Findings.remark(code, climb.path(), message)));
        climb.stop(ProbeResult.FAIL, message);
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
