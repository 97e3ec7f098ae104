package muster.packs.warehouse.series;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// A real series in a CSV (with a line of names) or Parquet file, see [SeriesWish].
///
/// @param level of the index
public record SeriesFile(Path file, Level level) {
    /// What the engine has read, until the transaction of the caller ends or the engine does.
    private static final String READ = "_muster_series";

    /// What becomes of prices.
    public enum Level {
        /// They are what they are.
        AS_IS,
        /// The first close becomes 100.
        REBASED
    }

    /// Writes it to a table within a transaction of the caller, after the proofs of [SeriesProof].
    public void into(Session warehouse, String table, String pair) throws SQLException, IOException {
        if (reads(warehouse)) {
            var rows = proven(warehouse);
            warehouse.execute(SeriesColumns.create(table));
            warehouse.execute("INSERT INTO %s SELECT moment, %s, open, high, low, close, volume FROM (%s) AS s"
                    .formatted(Sql.identifier(table), Sql.text(pair), rows));
            warehouse.execute("DROP TABLE " + READ);
            return;
        }
        try (var engine = Session.open(DuckDbFile::inMemory)) {
            var rows = proven(engine);
            warehouse.execute(SeriesColumns.create(table));
            SeriesRows.write(
                    warehouse, table, sink -> engine.stream(rows, row -> sink.add(row.text(0), pair, bar(row))));
        }
    }

    /// Whether the warehouse's engine reads the file itself, so that no row goes through this program.
    private static boolean reads(Session warehouse) throws SQLException {
        var asked = warehouse.dialect().readsFiles();
        return asked != null && warehouse.one(asked).text(0).equals("true");
    }

    /// A query, for the engine that has read the file, for its rows in order of time.
    private String proven(Session engine) throws SQLException, IOException {
        var source = SeriesSource.of(engine, file);
        var wanted = SeriesWish.of(source);
        try {
            engine.execute("CREATE TEMP TABLE %s AS SELECT row_number() OVER () AS place, %s FROM %s"
                    .formatted(READ, wanted.expressions(), source.relation()));
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("CSV ")) {
                throw new WrongArgument(file.getFileName() + ": " + EngineWords.of(e));
            }
            throw e;
        }
        new SeriesProof(source, wanted.columns()).of(engine, READ);
        var factor = level == Level.AS_IS ? "1" : "(SELECT 100 / first(close ORDER BY moment) FROM %s)".formatted(READ);
        return "SELECT moment, open * %1$s AS open, high * %1$s AS high, low * %1$s AS low, close * %1$s AS close, volume FROM %2$s ORDER BY moment"
                .formatted(factor, READ);
    }

    private static Bar bar(Row row) {
        var prices = row.values().subList(1, 5).stream()
                .mapToDouble(price -> Double.parseDouble(Objects.requireNonNull(price)))
                .toArray();
        return new Bar(prices[0], prices[1], prices[2], prices[3], row.number(5));
    }
}
