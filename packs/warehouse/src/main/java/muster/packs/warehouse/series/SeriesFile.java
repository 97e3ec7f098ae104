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
    private static final List<String> TIMES = List.of(SeriesColumns.KEY, "time", "timestamp");

    /// What becomes of prices.
    public enum Level {
        /// They are what they are.
        AS_IS,
        /// The first close becomes 100.
        REBASED
    }

    /// Writes it to a table within a transaction of the caller, after proving that times are there and unique, prices
    /// are
    /// positive and no high is below its low.
    public void into(Session warehouse, String table, String pair) throws SQLException, IOException {
        try (var engine = Session.open(DuckDbFile::inMemory)) {
            engine.execute("CREATE TABLE series AS SELECT * FROM " + reader());
            var rows = query(engine);
            prove(engine, rows);
            var factor = level == Level.AS_IS
                    ? "1"
                    : "(SELECT 100 / first(close ORDER BY moment) FROM (%s) b)".formatted(rows);
            warehouse.execute(SeriesColumns.create(table));
            var inserts = new Inserts(warehouse, table);
            engine.stream(
                    "SELECT moment, open * %1$s, high * %1$s, low * %1$s, close * %1$s, volume FROM (%2$s) s ORDER BY moment"
                            .formatted(factor, rows),
                    row -> insert(inserts, row, pair));
            inserts.flush();
        }
    }

    private static void insert(Inserts inserts, Row row, String pair) throws IOException {
        try {
            var prices = row.values().subList(1, 5).stream()
                    .map(price -> SeriesColumns.number(Double.parseDouble(Objects.requireNonNull(price))))
                    .collect(Collectors.joining(", "));
            inserts.add(
                    "TIMESTAMP %s, %s, %s, %s".formatted(Sql.text(row.text(0)), Sql.text(pair), prices, row.text(5)));
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
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
        return "SELECT CAST(%s AS TIMESTAMP) AS moment, %s, CAST(coalesce(%s, 0) AS BIGINT) AS volume FROM series"
                .formatted(names.get("time"), prices, volume);
    }

    /// Quoted names by what they stand for.
    private static Map<String, String> names(Session engine) throws SQLException {
        var names = new HashMap<String, String>();
        for (var column : engine.query(engine.dialect().columns("series"))) {
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
