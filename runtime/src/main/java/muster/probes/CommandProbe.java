package muster.probes;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import muster.audit.InputDigest;
import muster.matching.Value;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.Invocation;
import muster.plan.Matcher;
import muster.plan.Probe;
import muster.plan.Probing;
import muster.probes.host.Comparison;
import muster.probes.host.FileStamp;
import muster.sandbox.Launch;
import muster.sandbox.Limits;
import muster.sandbox.Sandbox;
import muster.sandbox.SandboxCommand;
import muster.sandbox.SandboxResult;
import muster.sandbox.Trust;
import muster.targets.Shells;

/// Whether a command ends and prints as it should: in the sandbox, or on this machine if the operator vouches for it.
record CommandProbe(Path root, Sandbox sandbox, Shells trusted, Trust trust) {
    private static final String KIND = "command";
    private static final Path SHELL = Path.of("/bin/sh");

    List<Observation> of(Probe.Command command, Probing probing) throws InterruptedException {
        var seen = observation(command, probing).about(command.invocation().argv());
        return List.of(trust.reachesHost() ? seen.from(inputs(command.invocation())) : seen);
    }

    private Observation observation(Probe.Command command, Probing probing) throws InterruptedException {
        var name = command.target();
        if (name.isBlank()) {
            return Observation.error(KIND, name, "the command is empty");
        }
        if (!trust.executes()) {
            return Observation.notRun(KIND, name, Trust.NOTHING_RUNS);
        }
        return switch (run(command.invocation(), probing)) {
            case SandboxResult.Finished finished -> compared(name, command, finished);
            case SandboxResult.TimedOut late ->
                Observation.fail(KIND, name, AssuranceLevel.EXISTS, "it ran longer than " + late.told())
                        .found(Findings.defect("timed-out", name, "it did not end by itself"));
            case SandboxResult.NotAvailable(String why) -> Observation.notRun(KIND, name, why);
        };
    }

    /// The program and the files that its arguments name. What else a command looks at, nobody knows.
    private List<InputDigest> inputs(Invocation invocation) {
        return switch (invocation) {
            case Invocation.Shell _ -> List.of(FileStamp.input(SHELL));
            case Invocation.Argv(List<String> words) ->
                words.stream()
                        .flatMap(word -> file(word, word.equals(words.getFirst())))
                        .map(FileStamp::input)
                        .toList();
        };
    }

    private Stream<Path> file(String word, boolean program) {
        if (word.isEmpty() || word.indexOf('\0') >= 0) {
            return Stream.empty();
        }
        if (program && word.indexOf('/') < 0) {
            return Stream.of(Launch.PATH.split(":", -1))
                    .map(folder -> Path.of(folder, word))
                    .filter(Files::exists)
                    .limit(1);
        }
        return word.indexOf('/') >= 0 || Files.exists(root.resolve(word))
                ? Stream.of(root.resolve(word))
                : Stream.empty();
    }

    private SandboxResult run(Invocation invocation, Probing probing) throws InterruptedException {
        var set = probing.timeout();
        var limits = set == null ? Limits.BRIEF : Limits.BRIEF.within(set);
        return trust.reachesHost()
                ? trusted.run(invocation, limits.wall())
                : sandbox.run(new SandboxCommand(invocation.argv(), root, List.of(), limits));
    }

    static Observation compared(String name, Probe.Command command, SandboxResult.Finished finished) {
        var output = finished.stdout() + finished.stderr();
        var compared = new Comparison(KIND, name)
                .like("exit", command.exit(), new Value.Numeric(BigDecimal.valueOf(finished.exit())));
        command.stdout().forEach(one -> compared.like("stdout", one, new Value.Text(finished.stdout())));
        command.stderr().forEach(one -> compared.like("stderr", one, new Value.Text(finished.stderr())));
        if (command.prints() != null) {
            compared.like("output", new Matcher.Matches(command.prints()), new Value.Text(output));
        }
        return compared.seen(AssuranceLevel.TESTS_PASS, "it ended with " + finished.exit())
                .with("exit", finished.exit())
                .printing(output)
                .took(finished.took());
    }

    /// Keeps nothing running that only waits for the next command.
    void rest() {
        trusted.close();
    }
}
