import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.AgentKind;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.Estimate;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.plan.WorkingHours;
import muster.schedule.Basis;
import muster.schedule.Scheduler;
import muster.schedule.SchedulingProblem;
import muster.schedule.SchedulingResult;
import muster.schedule.WorkItem;
import muster.schedule.WorkItems;
import muster.yaml.PlanReader;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.Node;

/// Plans of many tasks: medians of process CPU time for reading, the critical path and a schedule. Each task has up to
/// three needs among the 200 before it, one of 20 agents and a calendar.
final class Scale {
    private static final int AGENTS = 20;
    private static final int CAPACITY = 4;

    /// More nodes of the library do not fit into the heap.
    private static final int MOST_COMPOSED = 200_000;

    private static final int PHASE = 100;
    private static final int PHASED = 100_000;

    private Scale() {}

    public static void main(String[] args) throws IOException {
        int runs = Integer.parseInt(args[0]);
        System.out.printf(Locale.ROOT, "CPU seconds, median of %d runs%n", runs);
        System.out.printf(
                "%9s %10s %10s %10s %10s %10s %10s%n", "tasks", "yaml", "engine", "json", "items", "path", "schedule");
        try {
            for (int at = 1; at < args.length; at++) {
                row(Integer.parseInt(args[at]), runs);
            }
            phases(PHASED, runs);
        } catch (OutOfMemoryError full) {
            System.out.printf(
                    Locale.ROOT,
                    "%nout of memory: a heap of %d MiB is too small for the column after the last figure%n",
                    Runtime.getRuntime().maxMemory() >> 20);
            System.exit(1);
        }
    }

    private static void row(int tasks, int runs) throws IOException {
        System.out.printf(Locale.ROOT, "%9d", tasks);
        int few = tasks > MOST_COMPOSED ? Math.min(runs, 2) : runs;
        var file = write(".yaml", yaml(tasks));
        print(median(few, () -> plan(file)));
        print(tasks > MOST_COMPOSED ? Double.NaN : median(runs, () -> nodes(file)));
        Files.delete(file);
        var json = write(".json", json(tasks));
        print(median(few, () -> plan(json)));
        print(tasks > MOST_COMPOSED ? Double.NaN : items(runs, plan(json)));
        Files.delete(json);
        var problem = problem(tasks);
        print(median(runs, () -> Scheduler.network(problem)));
        print(median(Math.min(runs, 3), () -> schedule(problem)));
        System.out.println();
    }

    /// Phases of 100 tasks, each of which needs the one before it as a whole.
    private static void phases(int tasks, int runs) throws IOException {
        var yaml = write(".yaml", phased(tasks));
        try {
            var plan = plan(yaml);
            var problem = WorkItems.problem(plan, WorkItems.Days.KEEP, Basis.LIKELY);
            System.out.printf(Locale.ROOT, "%n%d tasks in phases of %d: ", tasks, PHASE);
            System.out.printf(
                    Locale.ROOT,
                    "read %.3f, items %.3f, path %.3f, schedule %.3f, %d items, %d links%n",
                    median(runs, () -> plan(yaml)),
                    items(runs, plan),
                    median(runs, () -> Scheduler.network(problem)),
                    median(Math.min(runs, 3), () -> schedule(problem)),
                    problem.items().size(),
                    problem.items().stream()
                            .mapToInt(item -> item.needs().size())
                            .sum());
        } finally {
            Files.delete(yaml);
        }
    }

    private static double items(int runs, Plan plan) {
        return median(runs, () -> WorkItems.problem(plan, WorkItems.Days.KEEP, Basis.LIKELY));
    }

    private static Path write(String suffix, CharSequence text) throws IOException {
        var file = Files.createTempFile("scale", suffix);
        file.toFile().deleteOnExit();
        return Files.writeString(file, text);
    }

    private static void print(double seconds) {
        System.out.print(Double.isNaN(seconds) ? "          -" : String.format(Locale.ROOT, " %10.4f", seconds));
        System.out.flush();
    }

    private static Plan plan(Path file) {
        return switch (PlanReader.read(file)) {
            case Parsed.Ok<Plan>(var plan) -> plan;
            case Parsed.Failed<Plan>(var problems) ->
                throw new IllegalStateException(problems.getFirst().toString());
        };
    }

    /// The library alone, from text to nodes.
    private static Node nodes(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            var settings =
                    LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
            return new Compose(settings).composeReader(text).orElseThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The same tasks without a file.
    private static SchedulingProblem problem(int tasks) {
        var hours = new WorkingHours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(16, 0));
        var office = new Calendar(new CalendarId("office"), ZoneOffset.UTC, List.of(hours), List.of());
        var agents = new ArrayList<Agent>();
        for (int agent = 0; agent < AGENTS; agent++) {
            var id = new AgentId("a" + agent);
            agents.add(
                    new Agent(id, "A", "R", AgentKind.HUMAN, List.of(), List.of(), List.of(), CAPACITY, office.id()));
        }
        var random = new Random(5);
        var items = new ArrayList<WorkItem>();
        for (int task = 0; task < tasks; task++) {
            var owner = agents.get(random.nextInt(AGENTS)).id();
            var estimate = Estimate.exactly(Duration.ofHours(1 + random.nextInt(8)));
            var needs = needs(task, random).stream().map(TaskId::new).toList();
            items.add(new WorkItem(new TaskId("t" + task), estimate, List.of(owner), needs, List.of(), null));
        }
        var start = Instant.parse("2026-01-05T08:00:00Z");
        return new SchedulingProblem(items, new Team(List.of(office), agents, List.of()), start, Basis.LIKELY);
    }

    private static Object schedule(SchedulingProblem problem) {
        if (Scheduler.schedule(problem) instanceof SchedulingResult.Scheduled scheduled) {
            return scheduled;
        }
        throw new IllegalStateException("no schedule");
    }

    private static double median(int runs, Supplier<Object> work) {
        work.get();
        var times = new double[runs];
        for (int run = 0; run < runs; run++) {
            double before = cpu();
            if (work.get() == null) {
                throw new IllegalStateException("nothing came out");
            }
            times[run] = cpu() - before;
        }
        Arrays.sort(times);
        return times[runs / 2];
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static String phased(int tasks) {
        var text = head();
        var random = new Random(5);
        for (int task = 0; task < tasks; task++) {
            int phase = task / PHASE;
            if (task % PHASE == 0) {
                text.append("  - {id: p" + phase + ", title: Phase " + phase + ", mode: parallel"
                        + (phase == 0 ? "" : ", needs: [p" + (phase - 1) + "]") + ", tasks: [\n");
            }
            text.append("      {id: t" + task + ", title: Task " + task + ", owners: [a" + random.nextInt(AGENTS)
                    + "], estimate: " + (1 + random.nextInt(8)) + "h}" + (task % PHASE == PHASE - 1 ? "]}\n" : ",\n"));
        }
        return text.toString();
    }

    private static StringBuilder head() {
        var text = new StringBuilder("muster: 1\nplan: {id: scale, title: Scale, start: \"2026-01-05T08:00:00Z\"}\n");
        text.append(
                "calendars:\n  - {id: office, zone: UTC, hours: [{days: mon-fri, from: \"08:00\", until: \"16:00\"}]}\n");
        text.append("agents:\n");
        for (int agent = 0; agent < AGENTS; agent++) {
            text.append("  - {id: a" + agent + ", name: A" + agent + ", role: R, kind: human, capacity: " + CAPACITY
                    + ", calendar: office}\n");
        }
        return text.append("phases:\n");
    }

    private static StringBuilder yaml(int tasks) {
        var text = head().append("  - id: work\n    title: Work\n    mode: hybrid\n    tasks:\n");
        var random = new Random(5);
        for (int task = 0; task < tasks; task++) {
            text.append("      - {id: t" + task + ", title: Task " + task + ", owners: [a" + random.nextInt(AGENTS)
                    + "], estimate: " + (1 + random.nextInt(8)) + "h, needs: [" + String.join(", ", needs(task, random))
                    + "]}\n");
        }
        return text;
    }

    private static ArrayList<String> needs(int task, Random random) {
        var needs = new ArrayList<String>();
        for (int need = 0; need < 3 && task > 0; need++) {
            int from = Math.max(0, task - 200);
            var id = "t" + (from + random.nextInt(task - from));
            if (!needs.contains(id)) {
                needs.add(id);
            }
        }
        return needs;
    }

    private static StringBuilder json(int tasks) {
        var text = new StringBuilder(
                "{\"muster\": 1, \"plan\": {\"id\": \"scale\", \"title\": \"Scale\", \"start\": \"2026-01-05T08:00:00Z\"},\n");
        text.append(
                "\"calendars\": [{\"id\": \"office\", \"zone\": \"UTC\", \"hours\": [{\"days\": \"mon-fri\", \"from\": \"08:00\", \"until\": \"16:00\"}]}],\n\"agents\": [");
        for (int agent = 0; agent < AGENTS; agent++) {
            text.append(agent == 0 ? "" : ",\n")
                    .append("{\"id\": \"a" + agent + "\", \"name\": \"A" + agent
                            + "\", \"role\": \"R\", \"kind\": \"human\", \"capacity\": " + CAPACITY
                            + ", \"calendar\": \"office\"}");
        }
        text.append("],\n\"phases\": [{\"id\": \"work\", \"title\": \"Work\", \"mode\": \"hybrid\", \"tasks\": [\n");
        var random = new Random(5);
        for (int task = 0; task < tasks; task++) {
            text.append(task == 0 ? "" : ",\n")
                    .append("{\"id\": \"t" + task + "\", \"title\": \"Task " + task + "\", \"owners\": [\"a"
                            + random.nextInt(AGENTS) + "\"], \"estimate\": \"" + (1 + random.nextInt(8)) + "h\"");
            var needs = needs(task, random);
            text.append(needs.isEmpty() ? "}" : ", \"needs\": [\"" + String.join("\", \"", needs) + "\"]}");
        }
        return text.append("]}]}\n");
    }
}
