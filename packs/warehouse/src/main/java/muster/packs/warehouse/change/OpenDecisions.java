package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// What waits for a person since a call of one key, in `_muster_decision`. A call replaces what an earlier one of its
/// key has asked; an undo of all that the key has done closes it, which `_muster_closed` keeps.
public record OpenDecisions(Session session, String key) {
    static final String CREATION =
            "CREATE TABLE IF NOT EXISTS _muster_decision(key VARCHAR, table_name VARCHAR, question VARCHAR)";

    private static final String CLOSED = """
            CREATE TABLE IF NOT EXISTS _muster_closed(key VARCHAR, table_name VARCHAR, question VARCHAR,
            closed TIMESTAMPTZ, why VARCHAR)""";

    private static final String SUPERSEDED = "superseded by the rollback";

    /// All of them, by table.
    public List<Decision> all() throws SQLException {
        if (!session.has("_muster_decision")) {
            return List.of();
        }
        return session
                .query("SELECT table_name, question FROM _muster_decision WHERE key = " + Sql.text(key)
                        + " ORDER BY table_name")
                .stream()
                .map(row -> new Decision(row.text(0), row.text(1)))
                .toList();
    }

    /// Replaces them.
    void replace(List<Decision> decisions) throws SQLException {
        session.executeTogether(replacing(decisions));
    }

    List<String> replacing(List<Decision> decisions) {
        var statements = new ArrayList<String>();
        statements.add(deletion());
        if (!decisions.isEmpty()) {
            statements.add(decisions.stream()
                    .map(each ->
                            "(%s, %s, %s)".formatted(Sql.text(key), Sql.text(each.table()), Sql.text(each.question())))
                    .collect(Collectors.joining(", ", "INSERT INTO _muster_decision VALUES ", "")));
        }
        return statements;
    }

    private String deletion() {
        return "DELETE FROM _muster_decision WHERE key = " + Sql.text(key);
    }

    /// Closes those of a key of which nothing is in force any more; answers how many.
    int supersede(Instant now) throws SQLException {
        int open = all().size();
        if (open > 0) {
            session.execute(CLOSED);
            session.executeTogether(List.of(
                    "INSERT INTO _muster_closed SELECT key, table_name, question, %s, %s FROM _muster_decision WHERE key = %s"
                            .formatted(Journal.time(now), Sql.text(SUPERSEDED), Sql.text(key)),
                    deletion()));
        }
        return open;
    }
}
