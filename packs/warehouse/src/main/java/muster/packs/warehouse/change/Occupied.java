package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import org.jspecify.annotations.Nullable;

/// What tells a table from the one that bears its target's name, so that a person can decide which is current.
///
/// @param catalog as it was found
record Occupied(Session session, Catalog catalog) {

    /// The decisions with the evidence for those whose target is taken.
    ///
    /// @param holders who bears the target's name, by table
    List<Decision> withEvidence(List<Decision> decisions, Map<String, String> holders) throws SQLException {
        var told = new ArrayList<Decision>();
        for (var each : decisions) {
            var holder = holders.get(each.table());
            told.add(
                    holder == null
                            ? each
                            : new Decision(each.table(), each.question() + " " + evidence(each.table(), holder)));
        }
        return told;
    }

    private String evidence(String table, String holder) throws SQLException {
        if (!catalog.has(holder, Catalog.Kind.TABLE)) {
            return "It is a view.";
        }
        var proofs = new Proofs(session);
        var mine = Contents.columns(session, table);
        if (!mine.equals(Contents.columns(session, holder))) {
            return "They have other columns.";
        }
        if (mine.stream().noneMatch(row -> row.text(0).equals(Merge.KEY))) {
            var rows = Contents.rows(session, List.of(table, holder));
            return "They have %d and %d rows.".formatted(rows.getOrDefault(table, 0L), rows.getOrDefault(holder, 0L));
        }
        var whole = Map.of("row", Proofs.names(mine));
        var print = proofs.source(table, mine, whole).print();
        return print.equals(proofs.source(holder, mine, whole).print())
                ? "They are equal copies of %d rows.".formatted(print.rows())
                : compared(proofs.source(table), proofs.source(holder));
    }

    private String compared(Source table, Source holder) throws SQLException {
        var different = table.columns().stream()
                .filter(column -> !table.print().agrees(column, holder.print(), column))
                .toList();
        return "%s has %d rows until %s, %s has %d rows until %s; they differ in %s."
                .formatted(
                        table.table(),
                        table.print().rows(),
                        last(table.table()),
                        holder.table(),
                        holder.print().rows(),
                        last(holder.table()),
                        different);
    }

    private @Nullable String last(String table) throws SQLException {
        return session.one("SELECT CAST(max(%s) AS VARCHAR) FROM %s".formatted(Merge.KEY, Sql.identifier(table)))
                .values()
                .getFirst();
    }
}
