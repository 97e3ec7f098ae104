package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import muster.run.Event;
import muster.run.Recorded;
import muster.run.RunId;
import muster.storage.SqliteJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills the process of a worker with SIGKILL while it performs an action, and lets another go on.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WorkerKillTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: killed, title: Killed, start: "2026-01-05T09:00:00Z"}
            agents:
              - {id: ann, name: Ann, kind: worker}
            phases:
              - id: p
                title: P
                mode: sequential
                tasks:
                  - {id: count, title: Count, owners: [ann], action: {database: shop, sql: ["INSERT INTO t VALUES (1)"]}}
                  - id: slow
                    title: Slow
                    owners: [ann]
                    action:
                      command: [/bin/sh, -c, 'echo "$MUSTER_KEY $MUSTER_FENCE" >> calls; [ -e go ] || { setsid sleep 300 & echo $! > child; touch begun; sleep 300; }']
                  - {id: last, title: Last, owners: [ann], action: {database: shop, sql: ["INSERT INTO t VALUES (2)"]}}
            """;

    @TempDir
    Path folder;

    @Test
    void theActionIsNotLostItsKeyStaysTheSameAndWhatTheDeadWorkerStartedIsGone() throws Exception {
        Small.file(folder, "muster.yaml", PLAN);
        sql("CREATE TABLE t (n INT)");
        Said.to("run", "--workspace", folder).exits(Exit.YES);
        var worker = new JavaProcess(folder, Map.of()).start(arguments().toArray(String[]::new));
        try {
            await(worker, "begun");
            await(worker, "child");
        } finally {
            worker.destroyForcibly().waitFor();
        }
        assertThat(worker.exitValue()).isEqualTo(128 + 9);
        var child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        assertThat(ProcessHandle.of(child)).as("what it started lives on").isPresent();

        Small.file(folder, "go", "");
        var words = new ArrayList<Object>(arguments());
        words.addAll(List.of("--workspace", folder));
        var said = Said.to(words.toArray());

        assertThat(said.exits(Exit.YES).out()).startsWith("run killed: finished; 2 done");
        assertThat(said.err()).contains("slow: taken over from a worker that is dead");
        ProcessHandle.of(child).ifPresent(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(5)));
        assertThat(folder.resolve("calls")).hasContent("killed/slow 2\nkilled/slow 3\n");
        assertThat(rows()).isEqualTo(2);
        assertThat(lost()).isEqualTo(1);
    }

    private List<String> arguments() {
        return List.of(
                "work",
                "--trust",
                "operator",
                "--database",
                "shop=sqlite:" + folder.resolve("shop.db"),
                "--allow-write",
                "shop");
    }

    private void await(Process worker, String file) throws IOException {
        while (!Files.exists(folder.resolve(file)) || (file.equals("child") && Files.size(folder.resolve(file)) == 0)) {
            assertThat(worker.isAlive())
                    .as(() -> "it ended before there was " + file)
                    .isTrue();
            Thread.onSpinWait();
        }
    }

    private long lost() {
        try (var journal = SqliteJournal.openReadOnly(folder.resolve(".muster/muster.db"))) {
            return journal.read(new RunId("killed"), 0).stream()
                    .map(Recorded::event)
                    .filter(Event.AttemptLost.class::isInstance)
                    .count();
        }
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
                var made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    private int rows() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM t")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
