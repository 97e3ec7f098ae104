package muster.packs.warehouse.survey;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import muster.packs.warehouse.naming.Variant;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Looks at values of one column, spread evenly over the time of each table, many tables per query.
///
/// @param column looked up by name, never by position
/// @param sample most values per table
record Sampling(Session session, String column, int sample, int leastRows) {
    private static final String KEY = "interval_time";

    List<Sighting> look(List<Verdict> verdicts, BiConsumer<Double, String> progress)
            throws SQLException, InterruptedException {
        var readable = readable();
        var sightings = new ArrayList<Sighting>();
        for (int from = 0; from < verdicts.size(); from += Contents.TABLES_PER_QUERY) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted after " + from + " tables");
            }
            var batch = verdicts.subList(from, Math.min(verdicts.size(), from + Contents.TABLES_PER_QUERY));
            var usable = batch.stream()
                    .filter(each -> readable.contains(each.table()))
                    .toList();
            batch.stream()
                    .filter(each -> !readable.contains(each.table()))
                    .map(this::unseen)
                    .forEach(sightings::add);
            sightings.addAll(measure(usable));
            progress.accept((double) from / verdicts.size(), batch.getLast().table());
        }
        return sightings;
    }

    /// Tables that have the column as a number, and the key.
    private Set<String> readable() throws SQLException {
        var tables = new HashSet<String>();
        session.query("""
                        SELECT table_name FROM (%s) AS listed
                        WHERE (column_name = '%s' OR (column_name = %s AND (upper(data_type) LIKE '%%INT' OR upper(data_type) IN
                            ('INTEGER', 'DOUBLE', 'DOUBLE PRECISION', 'FLOAT', 'REAL', 'NUMERIC', 'INT64', 'FLOAT64', 'BIGNUMERIC')
                            OR upper(data_type) LIKE 'DECIMAL%%')))
                        GROUP BY table_name HAVING count(*) = 2""".formatted(session.dialect().columnListing(), KEY, Sql.text(column)))
                .forEach(row -> tables.add(row.text(0)));
        return tables;
    }

    /// A batch that the warehouse cannot read is halved until the table at fault is alone; that one stays undecided.
    private List<Sighting> measure(List<Verdict> batch) throws SQLException {
        if (batch.isEmpty()) {
            return List.of();
        }
        try {
            var rows = session.query(batch.stream().map(this::query).collect(Collectors.joining(" UNION ALL ")));
            return rows.stream().map(row -> sighting(row, batch)).toList();
        } catch (SQLException e) {
            if (batch.size() == 1) {
                return List.of(unseen(batch.getFirst()));
            }
        }
        var halves = new ArrayList<>(measure(batch.subList(0, batch.size() / 2)));
        halves.addAll(measure(batch.subList(batch.size() / 2, batch.size())));
        return halves;
    }

    private String query(Verdict verdict) {
        return """
                SELECT %s, count(*), %s FROM (
                  SELECT %s AS v, row_number() OVER (ORDER BY %s) AS n, count(*) OVER () AS total FROM %s
                  WHERE %s IS NOT NULL) AS numbered
                WHERE mod(n, CAST(greatest(1, floor(total / %d.0)) AS BIGINT)) = 0""".formatted(
                        Sql.text(verdict.table()),
                        session.dialect().medianOfAbsolute("v"),
                        Sql.identifier(column),
                        KEY,
                        Sql.identifier(verdict.table()),
                        Sql.identifier(column),
                        sample);
    }

    private Sighting sighting(Row row, List<Verdict> batch) {
        var history = batch.stream()
                .filter(each -> each.table().equals(row.text(0)))
                .map(Verdict::variant)
                .findFirst()
                .orElse(Variant.UNDECIDED);
        var median = row.values().get(2);
        return Sighting.of(
                row.text(0),
                median == null ? Double.NaN : finite(Double.parseDouble(median)),
                row.number(1),
                new Sighting.Rule(leastRows, history));
    }

    /// What is infinite decides nothing.
    private static double finite(double median) {
        return Double.isFinite(median) ? median : Double.NaN;
    }

    private Sighting unseen(Verdict verdict) {
        return new Sighting(verdict.table(), Variant.UNDECIDED, Double.NaN, 0, verdict.variant());
    }
}
