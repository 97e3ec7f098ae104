package muster.packs.warehouse.survey;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.packs.warehouse.change.Change;
import muster.packs.warehouse.change.Journal;
import muster.packs.warehouse.cost.Spending;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Reading;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;

/// What a certificate claims of a live warehouse, each with the query behind it.
///
/// @param catalog as it was found
record Claims(Session session, NamingStandard standard, Catalog catalog) {
    private static final String CHANGED =
            "SELECT new FROM _muster_reverse AS r WHERE state = 'DONE' AND " + Journal.LASTING + " ORDER BY new";

    /// The tables that break a reading.
    List<String> violations(Reading reading) {
        return standard.judge(catalog.tables()).stream()
                .filter(each -> each.violated().contains(reading))
                .map(Verdict::table)
                .toList();
    }

    /// @param violations the tables that break the reading
    List<Proven> all(Reading reading, List<String> violations) throws SQLException {
        var claims = new ArrayList<Proven>();
        claims.add(asked("the relations of the warehouse", session.dialect().listing()));
        claims.add(asked("the same by a second path", session.dialect().secondListing()));
        claims.add(Proven.of(
                "tables that break " + reading + ", judged by " + standard.name() + " " + standard.version(),
                session.dialect().listing(),
                violations));
        claims.add(asked("the inventory before the first change", "SELECT * FROM _muster_before"));
        for (var kind : Change.Kind.values()) {
            claims.add(asked(
                    "changes in force, " + kind,
                    "SELECT old, new, row_count, columns FROM _muster_reverse WHERE state = 'DONE' AND kind = '" + kind
                            + "'"));
        }
        claims.add(asked("columns of every relation", session.dialect().columnDigests()));
        claims.add(asked("views under old names", "SELECT view_name, table_name, expires FROM _muster_grace"));
        claims.add(asked("decisions that are open", "SELECT table_name, question FROM _muster_decision"));
        claims.addAll(rows());
        if (catalog.has(Spending.TABLE, Catalog.Kind.TABLE)) {
            claims.add(asked(
                    "what was spent",
                    "SELECT spent, what, objects, row_count, bytes, billed, milliseconds, usd, price FROM "
                            + Spending.TABLE));
        }
        return claims;
    }

    /// The rows of every changed table, counted now.
    private List<Proven> rows() throws SQLException {
        var changed = session.query(CHANGED).stream().map(row -> row.text(0)).toList();
        var claims = new ArrayList<Proven>();
        for (int from = 0; from < changed.size(); from += Contents.TABLES_PER_QUERY) {
            var batch = changed.subList(from, Math.min(changed.size(), from + Contents.TABLES_PER_QUERY));
            claims.add(asked(
                    "rows of changed tables %d to %d".formatted(from + 1, from + batch.size()),
                    session.dialect().rowCounts(batch)));
        }
        return claims;
    }

    private Proven asked(String says, String query) throws SQLException {
        return Proven.of(
                says,
                query,
                session.query(query).stream()
                        .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining("\t")))
                        .toList());
    }
}
