package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import muster.packs.warehouse.cost.Expense;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;

/// The tables that are to be renamed, as they were found.
///
/// @param rows of the tables that have been counted
/// @param columns digest of the column list by table
/// @param identities what tells the rows of a table from those of another
record Found(Map<String, Long> rows, Map<String, String> columns, Map<String, String> identities) {
    Found {
        rows = Map.copyOf(rows);
        columns = Map.copyOf(columns);
        identities = Map.copyOf(identities);
    }

    static Found read(Session session, List<Renaming> renamings) throws SQLException {
        return renamings.isEmpty()
                ? new Found(Map.of(), Map.of(), Map.of())
                : new Found(Map.of(), Contents.columnDigests(session), Contents.identities(session));
    }

    /// The same with the rows of the tables that are renamed next.
    Found counted(Session session, List<Renaming> renamings) throws SQLException {
        var names = renamings.stream().map(Renaming::from).toList();
        return new Found(Contents.rows(session, names), columns, identities);
    }

    /// What is written down of renames whose tables have been counted.
    List<Change> changes(List<Renaming> renamings) {
        return renamings.stream()
                .map(each -> change(new Chain.Step(each.from(), each.from(), each.to())))
                .toList();
    }

    /// What they take: no bytes are read.
    Expense expense(List<Renaming> renamings) {
        return Expense.ofNames(
                renamings.size(),
                renamings.stream()
                        .mapToLong(each -> rows.getOrDefault(each.from(), 0L))
                        .sum());
    }

    /// Looks, before a transaction ends, whether it has renamed what was found, where a name may come to stand for
    /// something else meanwhile.
    void still(Session session, List<Renaming> renamings) throws SQLException {
        same(session, renamings, Renaming::to);
    }

    /// Looks whether the tables still bear the names under which they were found.
    void stay(Session session, List<Renaming> renamings) throws SQLException {
        same(session, renamings, Renaming::from);
    }

    private void same(Session session, List<Renaming> renamings, Function<Renaming, String> name) throws SQLException {
        var query = session.dialect().identities(renamings.stream().map(name).toList());
        if (query == null) {
            return;
        }
        var now = new HashMap<String, String>();
        session.query(query).forEach(row -> now.put(row.text(0), row.text(1)));
        for (var each : renamings) {
            var found = identities.get(each.from());
            if (found == null || !found.equals(now.get(name.apply(each)))) {
                throw new Overtaken(each.from());
            }
        }
    }

    /// What is written down of one step.
    Change change(Chain.Step step) {
        return new Change(
                Change.Kind.RENAMED,
                step.from(),
                step.to(),
                rows.getOrDefault(step.table(), 0L),
                columns.getOrDefault(step.table(), ""),
                0);
    }
}
