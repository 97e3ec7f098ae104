package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every example of an action, from the command line.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ActionExamplesTest {
    private static final Path EXAMPLES = Path.of("../examples/actions");

    @TempDir
    Path folder;

    @BeforeEach
    void thereIsASandbox() {
        assumeThat(Path.of("/usr/bin/bwrap")).exists();
    }

    @Test
    void commandsRunInTheSandboxAndLeaveTheirDeliverables() throws IOException {
        copy("command");

        var said = run().exits(Exit.YES);

        assertThat(said.out()).startsWith("run command-action: finished; 2 done, 0 failed");
        assertThat(folder.resolve("sorted.txt")).hasContent("agg\ncov\nlag\n");
    }

    @Test
    void aRunThatWasBegunGoesOnAndDoesNothingTwice() throws IOException {
        copy("command");
        run().exits(Exit.YES);

        assertThat(run("--json")
                        .exits(Exit.YES)
                        .json("muster.work/1")
                        .get("done")
                        .asInt())
                .isZero();
        assertThat(Said.to("work", "--workspace", folder, "--once").exit()).isZero();
    }

    @Test
    void aMarketBecomesATrainingFile() throws IOException {
        copy("training");

        var said = run().exits(Exit.YES);

        assertThat(said.out()).startsWith("run training-file: finished; 4 done, 0 failed");
        assertThat(folder.resolve("eurusd.parquet")).exists();
        assertThat(folder.resolve("warehouse.duckdb")).exists();
    }

    @Test
    void statementsTakeEffectOnceAndAreUndoneByTheirCompensation() throws IOException, SQLException {
        copy("sql");
        var url = "jdbc:sqlite:" + folder.resolve("shop.db");
        sql(url, "CREATE TABLE orders (year INT, state TEXT)", "CREATE TABLE log (what TEXT)");
        sql(url, "INSERT INTO orders VALUES (2025, 'open'), (2026, 'open')");
        var database = "shop=sqlite:" + folder.resolve("shop.db");

        var reading = run("--database", database).exits(Exit.YES);
        work("--database", database, "--allow-write", "shop").exits(Exit.YES);
        var closed = count(url, "orders WHERE state = 'closed'");
        Said.to("steer", "--workspace", folder, "--as", "keeper", "--roll-back", "--reason", "wrong year")
                .exits(Exit.YES);
        var undone = work("--database", database, "--allow-write", "shop").exits(Exit.YES);

        assertThat(reading.out()).contains("Maybe say --allow-write shop");
        assertThat(closed).isEqualTo(1);
        assertThat(count(url, "orders WHERE state = 'closed'")).isZero();
        assertThat(count(url, "log")).isEqualTo(1);
        assertThat(undone.out()).startsWith("run sql-action: rolled-back");
    }

    @Test
    void aRequestReachesADeclaredHostWithItsKeyAndSecret() throws IOException {
        var heard = Collections.synchronizedList(new ArrayList<String>());
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, heard));
        server.start();
        try {
            copy("http");
            var port = server.getAddress().getPort();
            var plan = folder.resolve("muster.yaml");
            Files.writeString(plan, Files.readString(plan).replace("localhost:8080", "localhost:" + port));

            var nowhere = run().exits(Exit.YES);
            var said = Said.in(
                    Map.of("JOBS_TOKEN", "s3cr3t-t0ken"),
                    "work",
                    "--workspace",
                    folder,
                    "--allow-host",
                    "localhost:" + port,
                    "--env",
                    "JOBS_TOKEN");

            assertThat(nowhere.out()).contains("is not declared; Maybe say --allow-host localhost:" + port);
            assertThat(said.exits(Exit.YES).out()).startsWith("run http-action: finished");
            assertThat(heard)
                    .containsExactly("POST /v1/jobs http-action/start-job s3cr3t-t0ken {\"job\": \"nightly\"}");
            assertThat(new String(Files.readAllBytes(folder.resolve(".muster/muster.db")), StandardCharsets.ISO_8859_1))
                    .doesNotContain("s3cr3t-t0ken");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aBranchIsBegunWrittenCommittedMergedAndRemoved() throws Exception {
        assumeThat(Path.of("/usr/bin/git")).exists();
        copy("git");
        git("init", "--quiet", "--initial-branch=main", ".");
        git("add", "--all");
        git("commit", "--quiet", "-m", "Begin");

        var said = run().exits(Exit.YES);

        assertThat(said.out()).startsWith("run git-action: finished; 5 done");
        assertThat(folder.resolve("NOTES.md")).hasContent("# A project\n");
        assertThat(git("branch", "--list").strip()).isEqualTo("* main");
    }

    @Test
    void anAgentAsksIsAnsweredAndDelivers() throws IOException {
        copy("agent");

        var untrusted = run().exits(Exit.YES);
        var asked = work("--trust", "operator").exits(Exit.NO);
        Said.to("reply", "write-report", "--workspace", folder, "--as", "lead", "--answer", "the board")
                .exits(Exit.YES);
        var done = work("--trust", "operator").exits(Exit.YES);

        assertThat(untrusted.out()).contains("Maybe say --trust operator");
        assertThat(asked.err()).contains("write-report: asks: For whom is the report?");
        assertThat(done.out()).startsWith("run agent-action: finished; 1 done");
        assertThat(folder.resolve("report.md")).content().contains("For the board.");
    }

    @Test
    void aPersonActsBetweenTwoCommands() throws IOException {
        copy("manual");

        var first = run().exits(Exit.YES);
        var claimed = Said.to("claim", "sign", "--workspace", folder, "--as", "ann", "--json")
                .exits(Exit.YES)
                .json("muster.claim/1");
        Said.to("done", "sign", "--workspace", folder, "--as", "ann", "--fence", claimed.get("fence"))
                .exits(Exit.YES);
        var second = work().exits(Exit.YES);

        assertThat(first.out()).contains("left: sign: a person does it");
        assertThat(claimed.get("contract").get("instruction").asString()).isEqualTo("Read draft.txt and sign it");
        assertThat(second.out()).startsWith("run manual-action: finished; 1 done");
    }

    @Test
    void aPullingAgentMayAskToo() throws IOException {
        copy("manual");
        run().exits(Exit.YES);
        var fence = Said.to("claim", "sign", "--workspace", folder, "--as", "ann", "--json")
                .json("muster.claim/1")
                .get("fence");

        Said.to("ask", "sign", "--workspace", folder, "--as", "ann", "--fence", fence, "--question", "With which pen?")
                .exits(Exit.YES);
        Said.to("ask", "sign", "--workspace", folder, "--as", "ann", "--fence", fence, "--question", "Still?")
                .exits(Exit.CONFLICT);
        Said.to("reply", "sign", "--workspace", folder, "--as", "builder", "--answer", "The blue one")
                .exits(Exit.YES);

        var again = Said.to("claim", "sign", "--workspace", folder, "--as", "ann", "--json")
                .json("muster.claim/1");
        assertThat(again.get("contract").get("answer").asString()).isEqualTo("The blue one");
    }

    private Said run(String... more) {
        return said("run", "--perform", more);
    }

    private Said work(String... more) {
        return said("work", "--together=2", more);
    }

    private Said said(String command, String option, String... more) {
        var arguments = new ArrayList<Object>(List.of(command, option, "--workspace", folder));
        arguments.addAll(List.of(more));
        return Said.to(arguments.toArray());
    }

    private void copy(String example) throws IOException {
        try (var files = Files.list(EXAMPLES.resolve(example))) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static void answer(HttpExchange exchange, List<String> heard) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + headers.getFirst("Idempotency-Key") + " " + headers.getFirst("Authorization") + " " + body);
        exchange.sendResponseHeaders(201, -1);
        exchange.close();
    }

    private static void sql(String url, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }

    private static int count(String url, String what) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + what)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private String git(String... arguments) throws Exception {
        var argv = new ArrayList<>(List.of("git", "-c", "user.name=Test", "-c", "user.email=test@muster.invalid"));
        argv.addAll(List.of(arguments));
        var process = new ProcessBuilder(argv)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
