package muster.packs.warehouse.features;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.packs.warehouse.cost.Estimate;
import muster.packs.warehouse.cost.Expense;
import muster.packs.warehouse.cost.Sizes;
import muster.packs.warehouse.cost.Spending;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Digest;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Makes tables, each with its marker in one transaction. A table that was made from the same is left as it is; one
/// that was made from something else is made anew; one that somebody else made is refused before anything begins.
///
/// @param before the tables that were there at the beginning
/// @param sizes theirs
record Making(Markers markers, Catalog before, Sizes sizes, Spending spending) {
    /// Of a digest: 128 bits are enough against mistakes.
    private static final int DIGITS = 32;

    /// Writes the rows of a table.
    @FunctionalInterface
    interface Writing {
        void to(Session session) throws SQLException, IOException;
    }

    /// Tables of others that stand where one is to be made.
    List<String> obstacles(List<String> tables) {
        return tables.stream()
                .filter(table -> before.holder(table) != null && !markers.has(table))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /// Makes a feature table.
    Outcome make(Session session, FeatureTable table) throws SQLException {
        var from = new StringBuilder(table.query());
        for (var source : table.from()) {
            from.append('\n').append(source).append(' ').append(source(session, source));
        }
        long bytes =
                table.from().stream().mapToLong(each -> sizes.of(each).bytes()).sum();
        return make(
                session,
                new Made(table.name(), from.toString(), bytes),
                own -> own.execute("CREATE TABLE %s AS %s".formatted(Sql.identifier(table.name()), table.query())));
    }

    /// What is made.
    ///
    /// @param from what it is made from, as one text
    /// @param bytes of what it is made from, as far as that was there at the beginning
    record Made(String table, String from, long bytes) {
        /// A table is one object; how many rows it will have nobody knows before.
        Expense expense(long rows) {
            return new Expense(1, rows, Estimate.free(bytes));
        }
    }

    /// Makes any table.
    Outcome make(Session session, Made made, Writing writing) throws SQLException {
        var table = made.table();
        var digest = Digest.sha256(made.from()).substring(0, DIGITS);
        if (markers.digest(table).equals(digest) && before.holder(table) != null) {
            return new Outcome.There();
        }
        spending.check(table, made.expense(0));
        if (session.onlyTells()) {
            return told(session, made, digest, writing);
        }
        if (session.takesBack()) {
            session.together(() -> {
                write(session, table, writing);
                markers.enter(session, table, digest);
                session.execute(spending.record(table, made.expense(markers.rows(session, table))));
            });
        } else {
            oneByOne(session, made, digest, writing);
        }
        return new Outcome.Written(markers.confirm(session, table, digest));
    }

    private Outcome told(Session session, Made made, String digest, Writing writing) throws SQLException {
        markers.intend(session, made.table());
        write(session, made.table(), writing);
        markers.tell(session, made.table(), digest);
        return new Outcome.Told();
    }

    /// Where each statement stands by itself, a table is noted before it is made, so that what a killed call leaves is
    /// known; two writers of the notes would be in each other's way.
    private void oneByOne(Session session, Made made, String digest, Writing writing) throws SQLException {
        synchronized (markers) {
            markers.intend(session, made.table());
        }
        write(session, made.table(), writing);
        synchronized (markers) {
            long rows = markers.complete(session, made.table(), digest);
            session.execute(spending.record(made.table(), made.expense(rows)));
        }
    }

    private static void write(Session session, String table, Writing writing) throws SQLException {
        session.execute("DROP TABLE IF EXISTS " + Sql.identifier(table));
        try {
            writing.to(session);
        } catch (IOException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }

    /// What a table is, for those made from it: its own digest, or its size and bounds if it was not generated.
    private String source(Session session, String table) throws SQLException {
        if (markers.has(table)) {
            return markers.digest(table);
        }
        if (before.holder(table) == null) {
            throw new SQLException("there is no series " + table
                    + "\nMaybe series=synthetic or series=files, which make series, or other pairs or assets");
        }
        return session.one(
                        "SELECT count(*), min(%1$s), max(%1$s) FROM %2$s".formatted(Sheet.KEY, Sql.identifier(table)))
                .toString();
    }
}
