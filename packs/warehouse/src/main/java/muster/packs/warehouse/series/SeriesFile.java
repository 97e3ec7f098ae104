package muster.packs.warehouse.series;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// A real series in a CSV (with a line of names) or Parquet file: a time `interval_time`, `time` or `timestamp`, and
/// `open`, `high`, `low`, `close`, `volume`, each perhaps with `_idx`. An engine in memory reads it.
///
/// @param level of the index
public record SeriesFile(Path file, Level level) {
    /// What the engine has read, until the transaction of the caller ends or the engine does.
    private static final String READ = "_muster_series";

    private static final List<String> TIMES = List.of(SeriesColumns.KEY, "time", "timestamp");

    /// What becomes of prices.
    public enum Level {
        /// They are what they are.
        AS_IS,
        /// The first close becomes 100.
        REBASED
    }

    /// Writes it to a table within a transaction of the caller, after proving that times are there and unique,
    /// prices are positive and no high is below its low.
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
    private String proven(Session engine) throws SQLException {
        engine.execute("CREATE TEMP TABLE %s AS SELECT * FROM %s".formatted(READ, reader()));
        var rows = query(engine);
        prove(engine, rows);
        var factor =
                level == Level.AS_IS ? "1" : "(SELECT 100 / first(close ORDER BY moment) FROM (%s) b)".formatted(rows);
        return "SELECT moment, open * %1$s AS open, high * %1$s AS high, low * %1$s AS low, close * %1$s AS close, volume FROM (%2$s) s ORDER BY moment"
                .formatted(factor, rows);
    }

    private static Bar bar(Row row) {
        var prices = row.values().subList(1, 5).stream()
                .mapToDouble(price -> Double.parseDouble(Objects.requireNonNull(price)))
                .toArray();
        return new Bar(prices[0], prices[1], prices[2], prices[3], row.number(5));
    }

    private String reader() {
        return (file.toString().endsWith(".csv") ? "read_csv(%s, header = true)" : "read_parquet(%s)")
                .formatted(Sql.text(file.toString()));
    }

    private String query(Session engine) throws SQLException {
        var names = names(engine);
        var missing = Stream.concat(Stream.of("time"), SeriesColumns.PRICES.stream())
                .filter(word -> !names.containsKey(word))
                .toList();
        if (!missing.isEmpty()) {
            throw new WrongArgument("%s has no column for %s; Maybe its first line has no names"
                    .formatted(file.getFileName(), String.join(", ", missing)));
        }
        var prices = SeriesColumns.PRICES.stream()
                .map(word -> "CAST(%s AS DOUBLE) AS %s".formatted(names.get(word), word))
                .collect(Collectors.joining(", "));
        var volume = names.getOrDefault(SeriesColumns.VOLUME, "0");
        return "SELECT CAST(%s AS TIMESTAMP) AS moment, %s, CAST(coalesce(%s, 0) AS BIGINT) AS volume FROM %s"
                .formatted(names.get("time"), prices, volume, READ);
    }

    /// Quoted names by what they stand for.
    private static Map<String, String> names(Session engine) throws SQLException {
        var names = new HashMap<String, String>();
        for (var column : engine.query(engine.dialect().columns(READ))) {
            var word = column.text(0).toLowerCase(Locale.ROOT).replace("_idx", "");
            names.putIfAbsent(TIMES.contains(word) ? "time" : word, Sql.identifier(column.text(0)));
        }
        return names;
    }

    private void prove(Session engine, String rows) throws SQLException {
        var facts = engine.one(
                "SELECT count(*), count(moment), count(DISTINCT moment), count(*) FILTER (WHERE coalesce(least(open, high, low, close), 0) <= 0 OR open IS NULL OR high IS NULL OR low IS NULL OR close IS NULL), count(*) FILTER (WHERE high < low) FROM (%s) s"
                        .formatted(rows));
        long count = facts.number(0);
        if (count == 0 || facts.number(2) < count || facts.number(3) > 0 || facts.number(4) > 0) {
            throw new WrongArgument(
                    "%s: of %d rows %d have no time, %d repeat one, %d have a price that is missing or not positive, %d a high below the low"
                            .formatted(
                                    file.getFileName(),
                                    count,
                                    count - facts.number(1),
                                    facts.number(1) - facts.number(2),
                                    facts.number(3),
                                    facts.number(4)));
        }
    }
}
