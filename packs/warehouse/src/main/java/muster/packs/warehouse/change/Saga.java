package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import muster.packs.warehouse.cost.Spending;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Catalog.Kind;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.run.ActionCall;
import org.jspecify.annotations.Nullable;

/// Renames, and merges, on an engine that takes no statement back with another: the way back is written
/// down first, the view follows its rename at once, and what is refused half-way is taken back by a
/// statement of its own (Garcia-Molina and Salem, "Sagas", 1987).
///
/// @param batches the same renames where they are transactions
/// @param clock measures how long old names fail
record Saga(Batches batches, Intents intents, InstantSource clock) {
    private static final String ASIDE_PREFIX = Catalog.OWN_PREFIX + "aside_";

    static Saga of(Batches batches, InstantSource clock) {
        return new Saga(batches, new Intents(batches.journal()), clock);
    }

    private Session session() {
        return batches.session();
    }

    /// Finishes what a call that was killed had written down. A statement that was done, or still runs, is found by its
    /// name.
    Carried settle() throws SQLException, InterruptedException {
        if (session().onlyTells() || !batches.journal().isBegun()) {
            return Carried.NOTHING;
        }
        var open = intents.open().stream()
                .filter(each -> each.kind() != Change.Kind.DROPPED)
                .toList();
        return open.isEmpty() ? Carried.NOTHING : carryOut(open);
    }

    /// What a batch takes is written down before its first rename, so that a kill makes no account too small.
    ///
    /// @param size of a batch, whose ways back are written down together
    /// @param spending null if nothing is limited
    Carried carryOut(List<Renaming> renamings, int size, ActionCall call, @Nullable Spending spending)
            throws SQLException, InterruptedException {
        if (session().onlyTells()) {
            return told(renamings);
        }
        var before = Found.read(session(), renamings);
        var all = Carried.NOTHING;
        for (int from = 0; from < renamings.size(); from += size) {
            int to = Math.min(renamings.size(), from + size);
            var some = renamings.subList(from, to);
            var found = before.counted(session(), some);
            if (spending != null) {
                spending.check(Batch.name(some), found.expense(some));
            }
            var written = intents.write(found.changes(some));
            if (spending != null) {
                spending.write(Batch.name(some), found.expense(some));
            }
            all = all.and(carryOut(written));
            call.progress()
                    .accept(
                            (double) to / renamings.size(),
                            renamings.get(to - 1).to());
        }
        batches.verify(renamings, all.left(), before);
        return all;
    }

    /// Tells how a table that was made aside, and its sources, would be put in place.
    Carried told(String target, List<Renaming> sources) throws SQLException {
        session().execute(rename(aside(target), target));
        return told(sources);
    }

    private Carried told(List<Renaming> renamings) throws SQLException {
        for (var each : renamings) {
            session().execute(rename(each.from(), each.to()));
            if (batches.oldName() == RenamePlan.OldName.GRACE) {
                session().execute(session().dialect().graceView(each.from(), each.to(), batches.expires()));
            }
        }
        return Carried.NOTHING;
    }

    private Carried carryOut(List<Change> changes) throws SQLException, InterruptedException {
        rememberGrace(changes);
        var catalog = Catalog.read(session());
        var gaps = new ArrayList<Duration>();
        var done = new ArrayList<Change>();
        var refused = new ArrayList<Change>();
        var left = new ArrayList<Decision>();
        for (var each : changes) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted before " + each.from());
            }
            var begun = clock.instant();
            var why = refusal(each, catalog);
            if (why == null) {
                done.add(each);
                gaps.add(Duration.between(begun, clock.instant()));
            } else {
                refused.add(each);
                left.add(new Decision(each.from(), why));
            }
        }
        intents.done(done);
        if (!refused.isEmpty()) {
            session().executeTogether(batches.journal().forget(refused));
        }
        return new Carried(left, gaps);
    }

    /// Views of changes that a killed call had written down may be written down already.
    private void rememberGrace(List<Change> changes) throws SQLException {
        if (batches.oldName() == RenamePlan.OldName.GONE) {
            return;
        }
        var known = views();
        var missing = changes.stream()
                .filter(each -> each.kind() != Change.Kind.CREATED && !known.contains(each.from()))
                .map(each -> new Renaming(each.from(), each.to()))
                .toList();
        if (!missing.isEmpty()) {
            session().execute(batches.journal().rememberGrace(missing, batches.now(), batches.expires()));
        }
    }

    private Set<String> views() throws SQLException {
        var names = new HashSet<String>();
        session()
                .query("SELECT view_name FROM _muster_grace WHERE key = "
                        + Sql.text(batches.journal().key()))
                .forEach(row -> names.add(row.text(0)));
        return names;
    }

    /// Renames and puts the view; answers why not, in the engine's words. Where the answer was lost, what was written
    /// down stays as it is for the next call.
    private @Nullable String refusal(Change each, Catalog found) throws SQLException {
        try {
            if (found.has(before(each), Kind.TABLE)) {
                intents.execute(each, rename(before(each), each.to()));
            }
            if (hasView(each) && !found.has(each.from(), Kind.VIEW)) {
                intents.execute(each, session().dialect().graceView(each.from(), each.to(), batches.expires()));
            }
            return null;
        } catch (SQLException e) {
            if (Thread.currentThread().isInterrupted() || session().dialect().isUnknown(e)) {
                throw e;
            }
            takeBack(each);
            return String.valueOf(e.getMessage());
        }
    }

    /// A rename that was refused has changed nothing. One whose view was refused leaves nothing under the
    /// old name.
    private void takeBack(Change each) throws SQLException {
        var live = Catalog.read(session());
        if (live.has(each.to(), Kind.TABLE) && !live.relations().containsKey(before(each))) {
            intents.execute(each, rename(each.to(), before(each)));
        }
    }

    private boolean hasView(Change each) {
        return batches.oldName() == RenamePlan.OldName.GRACE && each.kind() != Change.Kind.CREATED;
    }

    /// The name of a table before the change: what is created is made under a name aside.
    private static String before(Change each) {
        return each.kind() == Change.Kind.CREATED ? aside(each.to()) : each.from();
    }

    /// The name under which a table is made and proved before it is written down.
    static String aside(String target) {
        return ASIDE_PREFIX + target;
    }

    /// Puts a table that was made aside, and the sources that are kept, where they belong: all of them or none.
    Carried place(List<Change> changes) throws SQLException {
        var written = intents.write(changes);
        try {
            var carried = carryOut(written);
            if (!carried.left().isEmpty()) {
                displace(written);
                throw new BrokenInvariant(carried.left().getFirst().toString());
            }
            return carried;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted half-way; what is written down is finished by the same call", e);
        }
    }

    private void displace(List<Change> changes) throws SQLException {
        var live = Catalog.read(session());
        var statements = new ArrayList<String>();
        for (var each : changes.reversed()) {
            if (live.has(each.to(), Kind.TABLE) && live.has(each.from(), Kind.VIEW)) {
                statements.add("DROP VIEW " + Sql.identifier(each.from()));
            }
            if (live.has(each.to(), Kind.TABLE)) {
                statements.add(rename(each.to(), before(each)));
            }
        }
        statements.addAll(batches.journal().forget(changes));
        session().executeTogether(statements);
    }

    private static String rename(String from, String to) {
        return "ALTER TABLE %s RENAME TO %s".formatted(Sql.identifier(from), Sql.identifier(to));
    }
}
