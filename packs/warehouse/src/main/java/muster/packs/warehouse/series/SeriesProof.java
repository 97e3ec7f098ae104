package muster.packs.warehouse.series;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.sql.Session;

/// Proves the rows of a series that was read: times are there and unique, prices are numbers above 0, none lies outside
/// of low and high, volumes are not negative. What is not so is told with the first row of each kind.
record SeriesProof(SeriesSource source, List<SeriesSource.Column> columns) {

    private enum Flaw {
        TIME(
                "have no time, or none that is read",
                "moment IS NULL OR NOT isfinite(moment)",
                "Maybe write times such as 2025-01-31 23:59:00, which is UTC, or 2025-01-31T23:59:00+02:00"),
        REPEATED("repeat the time of an earlier row", "earlier > 0", ""),
        PRICE(
                "have a price that is missing, no number, or not above 0",
                Stream.of("open", "high", "low", "close")
                        .map("coalesce(%1$s <= 0 OR NOT isfinite(%1$s), true)"::formatted)
                        .collect(Collectors.joining(" OR ")),
                "Maybe write prices such as 1234.5: a point, and nothing between thousands"),
        RANGE("have a high below the low, or an open or close outside of them", """
                high < low OR greatest(open, close) > high OR least(open, close) < low""", ""),
        VOLUME("have a volume that is no number, or below 0", "coalesce(volume < 0, true)", "");

        private final String words;
        private final String condition;
        private final String hint;

        Flaw(String words, String condition, String hint) {
            this.words = words;
            this.condition = condition;
            this.hint = hint;
        }
    }

    /// @param read the table of rows, numbered from 1 by `place`
    void of(Session engine, String read) throws SQLException {
        var figures = Stream.of(Flaw.values())
                .map(flaw -> "count(*) FILTER (WHERE %1$s), coalesce(min(place) FILTER (WHERE %1$s), 0)"
                        .formatted(flaw.condition))
                .collect(Collectors.joining(", "));
        var facts = engine.one(
                "SELECT count(*), %s FROM (SELECT *, row_number() OVER (PARTITION BY moment ORDER BY place) - 1 AS earlier FROM %s WHERE moment IS NOT NULL UNION ALL SELECT *, 0 FROM %2$s WHERE moment IS NULL) s"
                        .formatted(figures, read));
        var name = source.file().getFileName();
        long rows = facts.number(0);
        if (rows == 0) {
            throw new WrongArgument(name + " has no rows");
        }
        var told = new ArrayList<String>();
        int at = 1;
        for (var flaw : Flaw.values()) {
            if (facts.number(at) > 0) {
                told.add("%s: %d of %d rows %s; the first is row %d: %s%s"
                        .formatted(
                                name,
                                facts.number(at),
                                rows,
                                flaw.words,
                                facts.number(at + 1),
                                source.row(engine, columns.stream(), facts.number(at + 1)),
                                flaw.hint.isEmpty() ? "" : "\n" + flaw.hint));
            }
            at += 2;
        }
        if (!told.isEmpty()) {
            throw new WrongArgument(String.join("\n", told));
        }
    }
}
