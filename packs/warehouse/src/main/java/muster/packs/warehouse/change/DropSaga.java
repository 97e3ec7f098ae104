package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Drops sources where nothing is taken back: how each is made again, and that it is about to go, is written down
/// first.
///
/// @param until when an engine that keeps snapshots may drop those of the sources
record DropSaga(Journal journal, Intents intents, Instant until) {
    private static final String SNAPSHOT_PREFIX = Catalog.OWN_PREFIX + "snapshot_of_";

    static DropSaga of(Journal journal, Instant until) {
        return new DropSaga(journal, new Intents(journal), until);
    }

    private Session session() {
        return journal.session();
    }

    /// Where a source is kept when it is dropped, if the engine keeps snapshots.
    static String snapshot(String table) {
        return SNAPSHOT_PREFIX + table;
    }

    /// @param proved the sources, each with the query that is proved to make it again
    void carryOut(Map<Change, Recipe> proved) throws SQLException {
        for (var each : proved.entrySet()) {
            for (var statement : journal.rememberDropped(each.getKey().from(), each.getValue())) {
                session().execute(statement);
            }
        }
        var written = intents.write(List.copyOf(proved.keySet()));
        for (var each : written) {
            drop(each.from());
        }
        intents.done(written);
    }

    /// Finishes what a call that was killed had written down: a source goes if it is still what was proved, else it
    /// stays.
    void settle() throws SQLException {
        var open = intents.open().stream()
                .filter(each -> each.kind() == Change.Kind.DROPPED)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        var catalog = Catalog.read(session());
        var recipes = Dropped.of(session(), catalog, journal.key());
        var done = new ArrayList<Change>();
        var stay = new ArrayList<Change>();
        for (var each : open) {
            if (!catalog.has(each.from(), Catalog.Kind.TABLE)) {
                done.add(each);
            } else if (Restoring.gives(session(), recipes.get(each.from()), each.from())) {
                drop(each.from());
                done.add(each);
            } else {
                stay.add(each);
            }
        }
        intents.done(done);
        if (!stay.isEmpty()) {
            session().executeTogether(journal.forget(stay));
        }
    }

    private void drop(String table) throws SQLException {
        for (var statement : session().dialect().snapshot(table, snapshot(table), until)) {
            session().execute(statement);
        }
        session().execute("DROP TABLE IF EXISTS " + Sql.identifier(table));
    }
}
