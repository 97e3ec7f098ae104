package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Digest;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Changes that are written down before the first of them is begun, since the engine takes none of them back.
record Intents(Journal journal) {
    /// Enough that no two of a journal share one, and short enough for the name of a job.
    private static final int DIGITS = 40;

    private Session session() {
        return journal.session();
    }

    /// What was written down and neither done nor given up, in order.
    List<Change> open() throws SQLException {
        return journal.intended().reversed();
    }

    /// Writes changes down, with their numbers.
    List<Change> write(List<Change> changes) throws SQLException {
        var last = journal.last();
        var numbered = new ArrayList<Change>();
        for (var each : changes) {
            numbered.add(each.numbered(last + numbered.size() + 1));
        }
        var rows = numbered.stream().map(this::row).collect(Collectors.joining(", "));
        execute(numbered.getFirst(), "INSERT INTO _muster_reverse VALUES " + rows);
        return numbered;
    }

    private String row(Change change) {
        return "(%s, %d, %s, %s, %s, %d, %s, 'INTENDED')"
                .formatted(
                        Sql.text(journal.key()),
                        change.seq(),
                        Sql.text(change.kind().name()),
                        Sql.text(change.from()),
                        Sql.text(change.to()),
                        change.rows(),
                        Sql.text(change.columns()));
    }

    /// Marks changes as done.
    void done(List<Change> changes) throws SQLException {
        if (!changes.isEmpty()) {
            session()
                    .execute("UPDATE _muster_reverse SET state = 'DONE' WHERE key = %s AND seq IN (%s)"
                            .formatted(Sql.text(journal.key()), Journal.numbers(changes)));
        }
    }

    /// Carries out a statement of a change, once where the engine knows statements by name.
    void execute(Change change, String statement) throws SQLException {
        session().execute(named(change, statement));
    }

    /// The statement under a name that follows from the change and the statement alone.
    String named(Change change, String statement) {
        var what = String.join("\n", journal.key(), Long.toString(change.seq()), change.from(), change.to(), statement);
        return session().dialect().named(statement, Digest.sha256(what).substring(0, DIGITS));
    }
}
