package muster.packs.warehouse.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Sql;

/// Generates a warehouse file. It is written beside the target and moved into place when it is complete, so a target
/// that exists is whole.
public final class WarehouseGenerator {
    private static final String DATABASE = "generated";
    private static final int TABLES_PER_TRANSACTION = 400;

    /// Small blocks and the newest storage version keep 24-row tables small: measured 1.2 KB per column instead of 16
    /// KB.
    private static final String STORAGE = "BLOCK_SIZE 16384, STORAGE_VERSION 'latest'";

    /// What was generated.
    public record Generated(int tables, int columns) {}

    private WarehouseGenerator() {}

    /// @param progress is told the share done and the table that is next
    public static Generated generate(Path target, GenerationRequest request, BiConsumer<Double, String> progress)
            throws SQLException, IOException, InterruptedException {
        var partial = target.resolveSibling(target.getFileName() + ".partial");
        discard(partial);
        try {
            fill(partial, request, progress);
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            discard(partial);
        }
        int columns = request.tables().values().stream().mapToInt(List::size).sum();
        return new Generated(request.tables().size(), columns);
    }

    private static void fill(Path file, GenerationRequest request, BiConsumer<Double, String> progress)
            throws SQLException, InterruptedException {
        try (var connection = DuckDbFile.inMemory();
                var statement = connection.createStatement()) {
            statement.execute("SET wal_autocheckpoint = '1TB'");
            statement.execute(
                    "ATTACH %s AS %s (%s)".formatted(Sql.text(file.toString()), Sql.identifier(DATABASE), STORAGE));
            var series = new PairSeries(request.seed(), request.rows());
            for (var pair : series.needed(request.tables().keySet())) {
                statement.execute(series.create(pair));
            }
            createTables(connection, statement, request, progress);
            statement.execute("DETACH " + Sql.identifier(DATABASE));
        }
    }

    private static void createTables(
            Connection connection, Statement statement, GenerationRequest request, BiConsumer<Double, String> progress)
            throws SQLException, InterruptedException {
        var derivations = new Derivations(request.rows());
        int done = 0;
        connection.setAutoCommit(false);
        for (var table : request.tables().entrySet()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted after " + done + " tables");
            }
            var name = TableName.of(table.getKey());
            statement.execute(new TableStatement(
                            name,
                            table.getValue(),
                            derivations.of(name),
                            request.adversaries().get(table.getKey()))
                    .sql(DATABASE));
            done++;
            if (done % TABLES_PER_TRANSACTION == 0) {
                flush(connection, statement);
                progress.accept((double) done / request.tables().size(), table.getKey());
            }
        }
        flush(connection, statement);
        connection.setAutoCommit(true);
        progress.accept(1.0, "done");
    }

    /// Rows not yet in the file take 16 KB per column in memory, so they are written out after every transaction.
    private static void flush(Connection connection, Statement statement) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        statement.execute("CHECKPOINT " + Sql.identifier(DATABASE));
        connection.setAutoCommit(false);
    }

    private static void discard(Path partial) throws IOException {
        for (var file : Stream.of("", ".wal", ".tmp")
                .map(suffix -> partial.resolveSibling(partial.getFileName() + suffix))
                .toList()) {
            Files.deleteIfExists(file);
        }
    }
}
