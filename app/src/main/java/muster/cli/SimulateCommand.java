package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import muster.plan.Ids;
import muster.plan.Parsed;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.risk.Settings;
import muster.schedule.WorkItems;
import muster.wiring.Documents;
import muster.wiring.PlanSimulation;
import muster.wiring.PlanSimulator;
import muster.wiring.RehearsedRuns;
import muster.wiring.SimulationJson;
import muster.wiring.SimulationText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Simulates a plan.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Says how sure a plan's finish and start are, what may block them and what they depend on.")
final class SimulateCommand implements Callable<Integer> {
    private static final Duration GRACE = Duration.ofSeconds(20);

    /// More than a day of rehearsing.
    private static final int MOST_RUNS = 100_000_000;

    private final Console console;

    @Option(names = "--plan", paramLabel = "FILE", description = "the plan file")
    private @Nullable Path file;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description =
                    "instead of a plan, try Muster's own rules on N runs of random plans by teams that crash, stall, lie and "
                            + "delay, and say which invariants broke (rehearse plays your plan once)")
    private @Nullable Integer runs;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "exactly N; without it as many as are needed for half a percentage point, at most "
                    + Settings.STANDARD_ITERATIONS)
    private @Nullable Integer iterations;

    @Option(names = "--seed", paramLabel = "K", description = "of the random numbers; default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "T", description = "default: as many as there are processors")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--start",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "can the phase start then with zero delay? Default: the day that the plan's questions name")
    private @Nullable Instant start;

    @Option(names = "--phase", paramLabel = "PHASE", description = "whose start; default: the plan's target")
    private @Nullable String phase;

    @Option(
            names = "--by",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "will it be finished by then? Default: the finish of the schedule")
    private @Nullable Instant by;

    @Option(names = "--ignore-days", description = "the days of the plan hold no task back")
    private boolean ignoreDays;

    @Mixin
    private final WrittenForecast written = new WrittenForecast();

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if ((file == null) == (runs == null)) {
            return refuse("either --plan FILE or --runs N");
        }
        if (runs != null) {
            return rehearse(runs);
        }
        return simulate(Objects.requireNonNull(file));
    }

    private int rehearse(int count) throws IOException, InterruptedException {
        if (outside(count, MOST_RUNS)) {
            return refuse("--runs must be between 1 and " + MOST_RUNS + ", got " + count);
        }
        var progress = new ProgressLine(console, InstantSource.system());
        var rehearsed = Interruption.during(GRACE, () -> RehearsedRuns.of(seed, count, progress));
        return (json ? RehearsalShown.json(rehearsed, console) : RehearsalShown.text(rehearsed, console)).code();
    }

    private int simulate(Path file) throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            return console.refuse(Exit.NOT_FOUND, file + " is not there").code();
        }
        if (outside(iterations, Settings.MOST_ITERATIONS)) {
            return refuse("--iterations must be between 1 and " + Settings.MOST_ITERATIONS + ", got " + iterations);
        }
        if (outside(threads, Settings.MOST_THREADS)) {
            return refuse("--threads must be between 1 and " + Settings.MOST_THREADS + ", got " + threads);
        }
        return switch (Documents.plan(file)) {
            case Parsed.Failed<Plan>(var problems) -> console.refuse(problems).code();
            case Parsed.Ok<Plan>(var plan) -> checked(plan);
        };
    }

    private static boolean outside(@Nullable Integer number, int most) {
        return number != null && (number < 1 || number > most);
    }

    private int refuse(String message) {
        return console.refuse(Exit.USAGE, message).code();
    }

    private int checked(Plan plan) throws IOException, InterruptedException {
        var known = plan.phases().stream().map(each -> each.id().value()).toList();
        if (phase != null && !known.contains(phase)) {
            return refuse(
                    "--phase " + phase + ": the plan has no such phase\nMaybe one of " + String.join(", ", known));
        }
        var target = phase != null && Ids.isId(phase)
                ? new PhaseId(phase)
                : plan.header().target();
        if (start != null && target == null) {
            return refuse("--start: the plan names no target\nMaybe add --phase, one of " + String.join(", ", known));
        }
        var settings = new Settings(
                seed,
                iterations == null ? Settings.STANDARD_ITERATIONS : iterations,
                threads,
                iterations == null ? Settings.Stop.WHEN_PRECISE : Settings.Stop.AT_THE_END);
        var days = ignoreDays ? WorkItems.Days.IGNORE : WorkItems.Days.KEEP;
        var asked = new PlanSimulator.Asked(settings, days, by, target, start);
        var progress = new ProgressLine(console, InstantSource.system());
        return Interruption.during(GRACE, () -> print(PlanSimulator.simulate(plan, asked, progress)))
                .code();
    }

    private Exit print(PlanSimulation simulation) throws IOException {
        return switch (simulation) {
            case PlanSimulation.Done done -> {
                written.write(done, console);
                if (json) {
                    console.json(SimulationJson.SCHEMA, SimulationJson.fields(done));
                } else {
                    SimulationText.of(done).forEach(console::data);
                }
                yield Exit.YES;
            }
            case PlanSimulation.Impossible impossible ->
                console.refuse(Exit.NO, "the plan cannot be scheduled: " + impossible.reason());
            case PlanSimulation.NotDone(var reason) -> console.refuse(Exit.NO, reason);
        };
    }
}
