package muster.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import muster.actions.CommandPerformer;
import muster.actions.Performers;
import muster.actions.SqlPerformer;
import muster.pack.Pack;
import muster.plan.Action;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.run.ActionCall;
import muster.run.ActionResult;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunStatus;
import muster.run.Step;
import muster.storage.SqliteJournal;

/// The process that [KillTest] kills: carries out a plan of 30 steps over a journal in a directory, or goes on with it.
/// Every step appends its key to `effects`, unless it is there; a line on standard output says when.
final class KillTarget {
    static final RunId RUN = new RunId("kill");
    static final int STEPS = 30;

    private static final ReentrantLock LOCK = new ReentrantLock();

    private KillTarget() {}

    static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[0]);
        try (var journal = SqliteJournal.open(directory.resolve("journal.db"));
                var engine = new EmbeddedEngine(
                        journal, performers(directory), EngineSettings.of(Team.NOBODY), new SystemClock())) {
            engine.start(plan(), "digest", Steps.NO_FACTS).get();
            engine.resume(RUN).get();
            var end = engine.quiet(RUN).get();
            IO.println(end.status());
            System.exit(end.status() == RunStatus.FINISHED ? 0 : 1);
        }
    }

    static RunPlan plan() {
        var steps = new ArrayList<Step>();
        for (var i = 0; i < STEPS; i++) {
            var needs = i < 3 ? List.<TaskId>of() : List.of(new TaskId("s" + (i - 3)));
            steps.add(new Step(
                    new TaskId("s" + i),
                    "step " + i,
                    List.of(),
                    new Action.Pack("kill.append", new TreeMap<>()),
                    needs,
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    null));
        }
        return new RunPlan(RUN, steps, List.of());
    }

    private static Performers performers(Path directory) {
        var commands =
                new CommandPerformer(directory, new TreeMap<>(), Duration.ofSeconds(1), UnaryOperator.identity());
        var databases = new SqlPerformer(name -> {
            throw new SQLException("no database " + name);
        });
        var pack = new Pack("kill", Map.of("kill.append", call -> append(directory, call)));
        return new Performers(commands, databases, List.of(pack));
    }

    private static ActionResult append(Path directory, ActionCall call) {
        LOCK.lock();
        try {
            add(directory.resolve("calls"), call.key() + " " + call.fence());
            IO.println("begins " + call.key());
            if (!lines(directory.resolve("effects")).contains(call.key())) {
                add(directory.resolve("effects"), call.key());
            }
            IO.println("ends " + call.key());
            return new ActionResult.Succeeded(new TreeMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            LOCK.unlock();
        }
    }

    static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static void add(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
