import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.rehearsal.Rehearsal;
import muster.run.ClaimCommand;
import muster.run.Command;
import muster.run.Event;
import muster.run.Lease;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunRules;
import muster.run.RunState;
import muster.run.Step;
import muster.run.StepState;
import muster.storage.Batch;
import muster.storage.FollowedRun;
import muster.storage.Journal;
import muster.storage.SnapshotFolder;
import muster.storage.SqliteJournal;

/// A run of many tasks and events: how long its rules take, how long it takes to start from a snapshot and from
/// the first event, to say where it stands, and in how much memory. Each task needs up to two of the hundred
/// before it.
final class LargeRun {
    private static final RunId RUN = new RunId("large");
    private static final int AT_ONCE = 1000;
    private static final int BEATS = 5;

    private LargeRun() {}

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "build" -> build(Path.of(args[1]), Integer.parseInt(args[2]));
            case "start" -> start(Path.of(args[1]), new SnapshotFolder(Path.of(args[1], "snapshots")));
            case "fold" -> start(Path.of(args[1]), null);
            default -> rehearse(Integer.parseInt(args[1]));
        }
    }

    private static void build(Path folder, int tasks) throws IOException {
        Files.createDirectories(folder);
        var cpu = cpu();
        try (var journal = SqliteJournal.open(folder.resolve("muster.db"))) {
            var writer = new Writer(journal);
            writer.tell(new Command.Start(plan(tasks), "digest", new TreeSet<>()));
            for (var number = 0; number < tasks; number++) {
                carryOut(writer, task(number), number);
            }
            writer.flush();
            print("decide, fold, append", cpu, writer.count);
        }
        cpu = cpu();
        try (var journal = SqliteJournal.openReadOnly(folder.resolve("muster.db"))) {
            var state = FollowedRun.of(journal, RUN, new SnapshotFolder(folder.resolve("snapshots")))
                    .state();
            print("fold all, keep snapshots", cpu, state.version());
        }
    }

    private static void carryOut(Writer writer, TaskId task, int number) {
        var agent = new AgentId("agent" + number % 20);
        writer.now = writer.now.plusSeconds(1);
        writer.tell(new ClaimCommand.Take(task, agent, Lease.USUAL, List.of(), new TreeMap<>()));
        var fence = writer.state.fence();
        for (var beat = 0; beat < BEATS; beat++) {
            writer.now = writer.now.plusSeconds(120);
            writer.tell(new ClaimCommand.Beat(task, fence, agent));
        }
        SortedMap<String, String> outputs = new TreeMap<>();
        outputs.put("rows", Integer.toString(number));
        writer.tell(new ClaimCommand.Finish(task, fence, agent, new TreeMap<>(), outputs));
    }

    private static void start(Path folder, SnapshotFolder snapshots) {
        var begin = System.nanoTime();
        try (var journal = SqliteJournal.openReadOnly(folder.resolve("muster.db"))) {
            var state = FollowedRun.of(journal, RUN, snapshots).state();
            var started = System.nanoTime();
            var cpu = cpu();
            var words = new ArrayList<String>();
            for (var round = 0; round < 5; round++) {
                var at = System.nanoTime();
                words.add(String.format(Locale.ROOT, "%.1f", (System.nanoTime() - at + status(state)) / 1e6));
            }
            System.gc();
            var memory =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d events, %d steps: %.2f s wall, %.2f s CPU since the process began; status %s ms; heap %d MB after, at most %d MB%n",
                    snapshots == null ? "from the first event" : "from a snapshot",
                    state.version(),
                    state.steps().size(),
                    (started - begin) / 1e9,
                    cpu,
                    String.join(", ", words),
                    memory >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    /// How long it takes to count states and to list what is ready, in nanoseconds.
    private static long status(RunState state) {
        var begin = System.nanoTime();
        var done = state.steps().values().stream()
                .filter(StepState.Done.class::isInstance)
                .count();
        if (done + state.ready().size() > state.steps().size()) {
            throw new IllegalStateException("more than all");
        }
        return System.nanoTime() - begin;
    }

    private static void rehearse(int runs) {
        var cpu = cpu();
        var begin = System.nanoTime();
        var events = IntStream.range(0, runs)
                .parallel()
                .mapToLong(seed -> {
                    var played = Rehearsal.play(seed, RunRules::decide);
                    if (!played.violations().isEmpty()) {
                        System.out.println("seed " + seed + ": " + played.violations());
                    }
                    return played.events().size();
                })
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%d runs rehearsed, %d events: %.0f s wall, %.0f s CPU%n",
                runs,
                events,
                (System.nanoTime() - begin) / 1e9,
                cpu() - cpu);
    }

    private static RunPlan plan(int tasks) {
        var steps = IntStream.range(0, tasks).mapToObj(LargeRun::step).toList();
        return new RunPlan(RUN, steps, List.of());
    }

    private static Step step(int number) {
        var needs = new ArrayList<TaskId>();
        if (number > 0) {
            needs.add(task(number - 1 - (number * 31) % Math.min(number, 100)));
        }
        return new Step(
                task(number),
                "Task number " + number,
                List.of(),
                new Action.Manual("do it"),
                needs,
                List.of(),
                List.of(),
                List.of(),
                2,
                null);
    }

    private static TaskId task(int number) {
        return new TaskId("task" + number);
    }

    private static double cpu() {
        var bean = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return bean.getProcessCpuTime() / 1e9;
    }

    private static void print(String what, double before, long events) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d events, %.1f s CPU, %.1f us each%n",
                what,
                events,
                cpu() - before,
                (cpu() - before) * 1e6 / events);
    }

    /// Appends many commands at once, so that the disk is not what is measured.
    private static final class Writer {
        private final Journal journal;
        private final List<Event> open = new ArrayList<>();
        private RunState state = RunState.before(RUN);
        private Instant now = Instant.parse("2026-01-05T09:00:00Z");
        private long appended;
        private long count;

        Writer(Journal journal) {
            this.journal = journal;
        }

        void tell(Command command) {
            var decided = RunRules.decide(state, command, now);
            if (decided.isEmpty() || decided.getFirst() instanceof Event.Refused) {
                throw new IllegalStateException(command + ": " + decided);
            }
            state = RunRules.replay(state, decided);
            open.addAll(decided);
            count += decided.size();
            if (open.size() >= AT_ONCE) {
                flush();
            }
        }

        void flush() {
            journal.append(new Batch(RUN, appended, "bulk/" + appended, open, now));
            appended += open.size();
            open.clear();
        }
    }
}
