package muster.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import muster.charts.GraphFile;
import muster.wiring.CpuDeadline;
import muster.wiring.PddlPlanner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Plans.
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description =
                "Finds the cheapest actions that lead to the goal of a plan or of a PDDL task, or checks a plan of one.")
final class PlanCommand implements Callable<Integer> {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000);

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "a plan file or a Markdown document")
    private @Nullable Path file;

    @Option(names = "--plan", paramLabel = "FILE", description = "the same")
    private @Nullable Path named;

    @Option(names = "--pddl", arity = "2", paramLabel = "DOMAIN PROBLEM", description = "plan this PDDL task instead")
    private @Nullable List<Path> pddl;

    @Option(
            names = "--validate",
            arity = "3",
            paramLabel = "DOMAIN PROBLEM PLANFILE",
            description = "check a plan of a PDDL task instead; exit 1 if it is wrong")
    private @Nullable List<Path> validate;

    @Option(names = "--optimal", description = "of --pddl: a cheapest plan, with the proof (default)")
    private boolean optimal;

    @Option(names = "--anytime", description = "of --pddl: some plan soon, then better ones")
    private boolean anytime;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "end with what there is after S CPU seconds of the whole process")
    private @Nullable BigDecimal seconds;

    @Option(
            names = "--seed",
            paramLabel = "K",
            description = "of --pddl: where plans are as good, take them by another order of the actions; default: the "
                    + "order of their names (0)")
    private long seed;

    @Option(names = "--out", paramLabel = "PLANFILE", description = "of --pddl: write the plan there, too")
    private @Nullable Path out;

    @Option(
            names = "--graph",
            paramLabel = "FILE",
            description = "of a plan file: write the graph of the steps there, too (.svg, .mmd or .dot)")
    private @Nullable Path graph;

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var wrong = misuse();
        if (wrong != null) {
            return console.refuse(Exit.USAGE, wrong).code();
        }
        for (var each : files()) {
            if (!Files.exists(each)) {
                return console.refuse(Exit.NOT_FOUND, each + " is not there").code();
            }
            if (Files.isDirectory(each)) {
                return console.refuse(Exit.INVALID, each + " is a folder, a file is expected")
                        .code();
            }
        }
        return Interruption.during(GRACE, this::done).code();
    }

    private List<Path> files() {
        return Stream.of(Stream.ofNullable(file), Stream.ofNullable(named), listed(pddl), listed(validate))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Path> listed(@Nullable List<Path> files) {
        return files == null ? Stream.empty() : files.stream();
    }

    private static int given(@Nullable Object argument) {
        return argument == null ? 0 : 1;
    }

    private @Nullable String misuse() {
        int tasks = given(file) + given(named) + given(pddl) + given(validate);
        if (tasks != 1) {
            return "one plan file, --pddl or --validate is expected, got " + tasks;
        }
        if (pddl == null && (optimal || anytime || out != null || seed != 0)) {
            return "--optimal, --anytime, --seed and --out belong to --pddl";
        }
        if (graph != null
                && (pddl != null
                        || validate != null
                        || GraphFile.of(graph.toString()).isEmpty())) {
            return "--graph belongs to a plan file, and its name ends with .svg, .mmd or .dot, got " + graph;
        }
        if (optimal && anytime) {
            return "--optimal and --anytime exclude each other";
        }
        if (seconds != null && (seconds.signum() <= 0 || seconds.compareTo(MOST_SECONDS) > 0)) {
            return "--seconds must be more than 0 and at most " + MOST_SECONDS + ", got " + seconds;
        }
        return null;
    }

    private Exit done() throws IOException {
        if (seconds == null) {
            return done(() -> false);
        }
        try (var deadline = CpuDeadline.at(
                Duration.ofMillis(seconds.movePointRight(3).max(BigDecimal.ONE).longValue()))) {
            return done(deadline::passed);
        }
    }

    private Exit done(BooleanSupplier late) throws IOException {
        BooleanSupplier stop =
                () -> late.getAsBoolean() || Thread.currentThread().isInterrupted();
        if (validate != null) {
            return new PddlFiles(console, json).check(validate.getFirst(), validate.get(1), validate.getLast());
        }
        if (pddl != null) {
            var aim = anytime ? PddlPlanner.Aim.ANYTIME : PddlPlanner.Aim.OPTIMAL;
            var progress = new ProgressLine(console, InstantSource.system());
            var asked = new PddlPlanner.Asked(aim, seed, stop, progress);
            return new PddlFiles(console, json).plan(pddl.getFirst(), pddl.getLast(), asked, out);
        }
        return new PlanFile(console, json, graph).plan(files().getFirst(), stop);
    }
}
