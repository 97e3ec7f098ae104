import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.Parsed;
import muster.psplib.PsplibReader;
import muster.rcpsp.Project;
import muster.rcpsp.ProjectCheck;
import muster.rcpsp.ProjectResult;
import muster.rcpsp.SearchProgress;
import muster.wiring.Effort;
import muster.wiring.ProjectScheduler;
import muster.wiring.ProjectScheduler.Asked;
import muster.wiring.ProjectScheduler.Outcome;
import muster.wiring.ProjectScheduler.Solver;

/// Schedules every so many-th instance of PSPLIB's sets with each solver in turn, checks each schedule, and compares
/// makespans with the best known ones and the critical path.
public class Psplib {
    private static final Path FOLDER = Path.of(System.getenv().getOrDefault("PSPLIB", "../shared/data/psplib"));
    private static final long SEED = 1;

    record Instance(String set, Project project, int criticalPath, int bestKnown) {}

    /// What is compared: a solver with a limit.
    record Way(String name, Solver solver, Effort effort) {}

    /// One run.
    record Run(double gap, double above, boolean hit, boolean proven, double seconds, long schedules) {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        var sets = List.of(arguments[1].split(","));
        var ways = ways(arguments[2].split(","), Double.parseDouble(arguments[3]), Long.parseLong(arguments[4]));
        System.out.printf(
                "%-5s %-22s %5s %8s %9s %5s %7s %6s %10s%n",
                "set", "solver", "count", "gap %", "above %", "hits", "proven", "CPU s", "schedules");
        for (var set : sets) {
            compare(set, instances(set, count), ways);
        }
        System.out.println(
                "gap: mean over the best known makespan; above: mean over the critical path; hits: as short as"
                        + " the best known; all schedules checked");
    }

    private static List<Way> ways(String[] names, double seconds, long schedules) {
        var time = new Effort.CpuTime(Duration.ofMillis((long) (1000 * seconds)));
        var ways = new ArrayList<Way>();
        for (var name : names) {
            ways.add(
                    switch (name) {
                        case "own" -> new Way("own", Solver.OWN, time);
                        case "cp-sat" -> new Way("CP-SAT", Solver.CP_SAT, time);
                        case "both" -> new Way("both in turn", Solver.BOTH, time);
                        case "count" ->
                            new Way("own, " + schedules + " sch.", Solver.OWN, new Effort.Schedules(schedules));
                        default -> throw new IllegalArgumentException("no solver " + name);
                    });
        }
        return ways;
    }

    /// Way by way for each instance, so that all see the machine in the same state.
    private static void compare(String set, List<Instance> instances, List<Way> ways) {
        var runs = IntStream.range(0, ways.size())
                .mapToObj(_ -> new ArrayList<Run>())
                .toList();
        for (var instance : instances) {
            for (int way = 0; way < ways.size(); way++) {
                runs.get(way).add(run(instance, ways.get(way)));
            }
            System.err.print('.');
        }
        System.err.println();
        for (int way = 0; way < ways.size(); way++) {
            print(set, ways.get(way).name(), runs.get(way));
        }
    }

    private static Run run(Instance instance, Way way) {
        var asked = new Asked(way.solver(), way.effort(), SEED, () -> false, Path.of(".muster-cache"));
        return switch (ProjectScheduler.schedule(instance.project(), asked, SearchProgress.SILENT)) {
            case Outcome.Unavailable(var reason) -> throw new IllegalStateException(reason);
            case Outcome.Done(ProjectResult.Scheduled made, var cpu) -> {
                var faults = ProjectCheck.faults(instance.project(), made.starts(), made.modes(), made.makespan());
                if (!faults.isEmpty() || made.bound() > made.makespan()) {
                    throw new IllegalStateException("a wrong schedule: " + faults);
                }
                double length = made.makespan();
                yield new Run(
                        100 * (length / instance.bestKnown() - 1),
                        100 * (length / instance.criticalPath() - 1),
                        made.makespan() <= instance.bestKnown(),
                        made.isProven(),
                        cpu.toNanos() / 1e9,
                        made.schedules());
            }
            case Outcome.Done done -> throw new IllegalStateException("no schedule: " + done);
        };
    }

    private static void print(String set, String name, List<Run> runs) {
        System.out.printf(
                Locale.ROOT,
                "%-5s %-22s %5d %8.3f %9.2f %5d %7d %6.2f %10.0f%n",
                set,
                name,
                runs.size(),
                runs.stream().mapToDouble(Run::gap).average().orElse(0),
                runs.stream().mapToDouble(Run::above).average().orElse(0),
                runs.stream().filter(Run::hit).count(),
                runs.stream().filter(Run::proven).count(),
                runs.stream().mapToDouble(Run::seconds).average().orElse(0),
                runs.stream().mapToDouble(Run::schedules).average().orElse(0));
    }

    private static List<Instance> instances(String set, int count) throws IOException {
        Map<String, String[]> known = Files.readAllLines(FOLDER.resolve("best_known.csv")).stream()
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[1], cells -> cells));
        try (Stream<Path> files = Files.list(FOLDER.resolve(set))) {
            var all = files.filter(file -> known.containsKey(file.getFileName().toString()))
                    .sorted()
                    .toList();
            var chosen = new ArrayList<Instance>();
            int most = Math.min(count, all.size());
            for (int number = 0; number < most; number++) {
                var file = all.get((int) ((long) number * all.size() / most));
                var row = known.get(file.getFileName().toString());
                chosen.add(new Instance(set, project(file), Integer.parseInt(row[2]), Integer.parseInt(row[3])));
            }
            return chosen;
        }
    }

    private static Project project(Path file) throws IOException {
        return switch (PsplibReader.read(file.toString(), Files.readString(file))) {
            case Parsed.Ok<Project>(var project) -> project;
            case Parsed.Failed<Project>(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }
}
