package muster.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import muster.plan.Parsed;
import muster.plan.Problem;
import muster.sandbox.Trust;
import muster.wiring.ChecksAudit;
import muster.wiring.ChecksAudit.Asked;
import muster.wiring.ChecksAudit.Counted;
import muster.wiring.ChecksAudit.Form;
import muster.wiring.ChecksAudit.Reuse;
import muster.wiring.Machines;
import muster.wiring.Workspace;
import org.jspecify.annotations.Nullable;

/// `audit --checks`, run from its bare arguments: to describe the whole command line takes longer than to run a
/// thousand checks. Whatever it does not understand is left to the whole command line.
record ChecksCommand(PrintStream out, PrintStream err) {
    /// Nobody watches it line by line, unless on a terminal.
    private static final int BUFFER = 1 << 16;

    /// What probes that are interrupted may take to end.
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final String JSON = "--json";
    private static final List<String> FLAGS = List.of(JSON, "--incremental");

    /// What the arguments ask for, or null if they are of another command or wrong.
    static @Nullable Asked asked(String[] args) {
        if (args.length < 3 || !args[0].equals("audit")) {
            return null;
        }
        try {
            return read(args);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static @Nullable Asked read(String[] args) {
        var asked =
                new Asked(Path.of(""), workspace("."), Trust.SANDBOXED, Machines.standard(), Reuse.NOTHING, Form.LINES);
        boolean listed = false;
        for (int i = 1; i < args.length && asked != null; i++) {
            listed |= args[i].equals("--checks");
            asked = FLAGS.contains(args[i])
                    ? flagged(asked, args[i])
                    : i + 1 < args.length ? with(asked, args[i], args[++i]) : null;
        }
        return listed ? asked : null;
    }

    private static Asked flagged(Asked asked, String flag) {
        return flag.equals(JSON) ? asked.as(Form.JSON) : asked.reusing(Reuse.UNCHANGED);
    }

    private static @Nullable Asked with(Asked asked, String option, String value) {
        return switch (option) {
            case "--checks" -> asked.of(Path.of(value));
            case "--workspace" -> asked.in(workspace(value));
            case "--trust" -> trusting(asked, value.toUpperCase(Locale.ROOT));
            default -> null;
        };
    }

    private static @Nullable Asked trusting(Asked asked, String word) {
        for (var trust : Trust.values()) {
            if (trust.name().equals(word)) {
                return asked.trusting(trust);
            }
        }
        return null;
    }

    private static Workspace workspace(String folder) {
        return new Workspace(Path.of(folder).toAbsolutePath().normalize());
    }

    Exit run(Asked asked) throws IOException, InterruptedException {
        var buffered = new PrintStream(new BufferedOutputStream(out, BUFFER), watched(), StandardCharsets.UTF_8);
        var ended = Interruption.during(GRACE, () -> {
            var told = new ChecksAudit(asked, buffered, InstantSource.system()).run();
            buffered.flush();
            return told;
        });
        return switch (ended) {
            case Parsed.Failed<Counted>(var problems) -> {
                problems.stream().map(Problem::toString).forEach(err::println);
                err.println(problems.size() == 1 ? "1 problem" : problems.size() + " problems");
                yield Exit.INVALID;
            }
            case Parsed.Ok<Counted>(var counted) -> counted.isGood() ? Exit.YES : Exit.NO;
        };
    }

    private static boolean watched() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }
}
