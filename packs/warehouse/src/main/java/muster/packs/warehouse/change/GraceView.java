package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.packs.warehouse.csv.CsvText;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.usage.Use;
import muster.packs.warehouse.usage.ViewUse;

/// A view under an old name.
///
/// @param view the old name
/// @param created as the engine writes it
/// @param expires likewise
/// @param isOver whether its time is over
record GraceView(String view, String table, String created, String expires, boolean isOver) {
    static final String HEADER = "view,table,created,expires,over,used,last_used,used_by";

    /// All of them, those first whose time is over first.
    ///
    /// @param at an instant in SQL
    static List<GraceView> read(Session session, String at) throws SQLException {
        return session.query("""
                SELECT view_name, table_name, CAST(created AS VARCHAR), CAST(expires AS VARCHAR),
                CASE WHEN expires <= %s THEN 1 ELSE 0 END FROM _muster_grace ORDER BY expires, view_name""".formatted(at)).stream()
                .map(row -> new GraceView(row.text(0), row.text(1), row.text(2), row.text(3), row.number(4) == 1))
                .toList();
    }

    /// How many end after one instant, and at another one at the latest.
    static long endingBetween(Session session, String after, String until) throws SQLException {
        return session.query("SELECT count(*) FROM _muster_grace WHERE expires > %s AND expires <= %s"
                        .formatted(after, until))
                .getFirst()
                .number(0);
    }

    /// In words.
    String with(Use use) {
        return "reads %s, created %s, expires %s, %s".formatted(table, created, expires, use);
    }

    /// As a line of a CSV file; what nobody knows is left empty.
    String csv(ViewUse uses) {
        var use = uses.of(view);
        var last = use.last();
        return Stream.of(
                        view,
                        table,
                        created,
                        expires,
                        isOver ? "yes" : "no",
                        uses.isKnown() ? Long.toString(use.times()) : "",
                        last == null ? "" : last.toString(),
                        String.join(" ", use.by()))
                .map(CsvText::cell)
                .collect(Collectors.joining(","));
    }
}
