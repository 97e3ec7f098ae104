package muster.packs.warehouse.survey;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.change.Change;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.packs.warehouse.usage.Mark;
import org.jspecify.annotations.Nullable;

/// Compares what the journal says with what is there.
record AfterState(Session session, Catalog catalog) {

    /// Every changed table is there, with the rows and the columns it had.
    ///
    /// @param last the changes of which each left a table under its name
    List<String> tables(List<Change> last) throws SQLException {
        var present = last.stream()
                .map(Change::to)
                .filter(name -> catalog.has(name, Catalog.Kind.TABLE))
                .toList();
        var rows = Contents.rows(session, present);
        var columns = Contents.columnDigests(session);
        var problems = new ArrayList<String>();
        for (var each : last) {
            var found = rows.get(each.to());
            if (found == null) {
                problems.add(each.to() + " (once " + each.from() + ") is gone");
            } else if (found != each.rows()) {
                problems.add("%s has %d rows, had %d".formatted(each.to(), found, each.rows()));
            } else if (!each.columns().equals(columns.get(each.to()))) {
                problems.add(each.to() + " has other columns than it had");
            }
        }
        return problems;
    }

    /// Every view under an old name can be read and has the columns of its table.
    List<String> graceViews(Outputs outputs) throws SQLException {
        var views = session.query("SELECT DISTINCT view_name, table_name FROM _muster_grace ORDER BY view_name");
        var columns = Contents.columnDigests(session);
        var problems = new ArrayList<String>();
        views.stream()
                .filter(row -> !catalog.has(row.text(0), Catalog.Kind.VIEW))
                .forEach(row -> problems.add("the view " + row.text(0) + " is gone before its time"));
        var present = views.stream()
                .filter(row -> catalog.has(row.text(0), Catalog.Kind.VIEW))
                .toList();
        problems.addAll(unreadable(present.stream().map(row -> row.text(0)).toList()));
        present.stream()
                .filter(row -> differs(columns.get(row.text(0)), columns.get(row.text(1))))
                .forEach(row -> problems.add("the view " + row.text(0) + " has other columns than " + row.text(1)));
        outputs.put("views.read", present.size());
        return problems;
    }

    private static boolean differs(@Nullable String first, @Nullable String second) {
        return first == null || !first.equals(second);
    }

    private List<String> unreadable(List<String> views) {
        var broken = new ArrayList<String>();
        for (int from = 0; from < views.size(); from += Contents.TABLES_PER_QUERY) {
            var batch = views.subList(from, Math.min(views.size(), from + Contents.TABLES_PER_QUERY));
            if (!reads(batch)) {
                batch.stream()
                        .filter(view -> !reads(List.of(view)))
                        .forEach(view -> broken.add("the view " + view + " cannot be read"));
            }
        }
        return broken;
    }

    private boolean reads(List<String> views) {
        try {
            List<Row> rows = session.query(views.stream()
                    .map(view -> "SELECT %s count(*) FROM (SELECT * FROM %s LIMIT 1) AS one"
                            .formatted(Mark.TEXT, Sql.identifier(view)))
                    .collect(Collectors.joining(" UNION ALL ")));
            return rows.size() == views.size();
        } catch (SQLException e) {
            return false;
        }
    }
}
