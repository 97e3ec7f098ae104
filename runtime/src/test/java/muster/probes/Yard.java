package muster.probes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import muster.audit.Evidence;
import muster.audit.Finding;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Language;
import muster.plan.Need;
import muster.plan.Probe;
import muster.probes.data.DatabaseOpener;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;

/// A workspace in a temporary folder that tests fill and probe.
record Yard(Path root, List<String> sql) {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static final AtomicInteger DATABASES = new AtomicInteger();

    static Yard in(Path root) {
        return new Yard(root, List.of());
    }

    /// The same with a DuckDB database named `features`, filled by statements.
    Yard filledWith(String... statements) {
        return new Yard(root, List.of(statements));
    }

    Yard put(String path, String text) {
        try {
            var file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts everything under version control.
    Yard committed() throws InterruptedException {
        git("init", "-q");
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "all");
        return this;
    }

    void git(String... arguments) throws InterruptedException {
        var argv = new java.util.ArrayList<>(List.of("/usr/bin/git", "-C", root.toString()));
        argv.addAll(List.of(arguments));
        var launch = Launch.of(argv, root, Duration.ofSeconds(60))
                .with("GIT_AUTHOR_DATE", "2025-12-01T10:00:00Z")
                .with("GIT_COMMITTER_DATE", "2025-12-02T10:00:00Z");
        if (!(new Launcher(1).run(launch) instanceof Launched.Ended ended) || ended.exit() != 0) {
            throw new IllegalStateException("git " + List.of(arguments) + " failed");
        }
    }

    Workspace workspace() {
        var workspace = Workspace.of(root);
        return sql.isEmpty() ? workspace : workspace.withDatabase("features", duckdb());
    }

    List<Evidence> probe(Probe probe, AssuranceLevel level) {
        return new Probes(workspace()).probe(expecting(probe, level), NOW);
    }

    List<Evidence> python(String path, AssuranceLevel level) {
        return probe(new Probe.Script(path, Language.PYTHON), level);
    }

    static Expectation expecting(Probe probe, AssuranceLevel level) {
        return new Expectation(
                new ExpectationId("e1"),
                "an expectation",
                "group",
                Need.REQUIRED,
                level,
                probe,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /// `code place` of every finding of the first piece of evidence.
    static List<String> codes(List<Evidence> evidence) {
        return evidence.getFirst().findings().stream().map(Yard::shown).toList();
    }

    private static String shown(Finding finding) {
        return finding.code() + " " + finding.place();
    }

    private DatabaseOpener duckdb() {
        var url = "jdbc:duckdb:" + root.resolveSibling("features-" + DATABASES.incrementAndGet() + ".duckdb");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (var one : sql) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return DatabaseOpener.forScratch(() -> DriverManager.getConnection(url));
    }
}
