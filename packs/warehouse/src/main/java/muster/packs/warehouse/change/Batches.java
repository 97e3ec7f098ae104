package muster.packs.warehouse.change;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import muster.packs.warehouse.cost.Spending;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Lanes;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.run.ActionCall;

/// Carries out renames in transactions, and looks after each for its way back, since a commit that returns
/// may have committed nothing. At the end everything is read back.
record Batches(Session session, Journal journal, RenamePlan.OldName oldName, Instant now, Instant expires) {

    /// Answers which tables were left because somebody else held them.
    List<Decision> carryOut(List<Chain> chains, int size, ActionCall call, Spending spending)
            throws SQLException, IOException, InterruptedException {
        var left = Collections.synchronizedList(new ArrayList<Decision>());
        var renamings = new Batch(chains, 0).renamings();
        if (renamings.isEmpty()) {
            return left;
        }
        session.small(() -> {
            var before = Found.read(session, renamings);
            var done = new AtomicInteger();
            Lanes.small(session, Lanes.Order.NONE, Batch.of(chains, size, journal.last()), (lane, batch) -> {
                var found = before.counted(lane, batch.renamings());
                spending.check(batch.name(), found.expense(batch.renamings()));
                on(lane).attempt(batch, found, left, spending);
                call.progress()
                        .accept(
                                (double) done.addAndGet(batch.renamings().size()) / renamings.size(),
                                batch.renamings().getLast().to());
            });
            verify(renamings, left, before);
        });
        return left;
    }

    /// The same in another session.
    private Batches on(Session lane) {
        return new Batches(lane, Journal.of(lane, journal.key()), oldName, now, expires);
    }

    /// A batch that meets somebody's lock is halved until the table that is held is alone; that one waits.
    private void attempt(Batch batch, Found before, List<Decision> left, Spending spending) throws SQLException {
        try {
            session.executeTogether(statements(batch, before, spending));
        } catch (SQLException e) {
            if (!session.dialect().isLocked(e)) {
                throw e;
            }
            if (batch.chains().size() == 1) {
                batch.renamings()
                        .forEach(each -> left.add(
                                new Decision(each.from(), "somebody else holds it: try again when it is free")));
                return;
            }
            for (var half : batch.halves()) {
                attempt(half, before, left, spending);
            }
            return;
        }
        if (!journal.says(batch.seq())) {
            new ReadBack(oldName).listing(batch.renamings(), Catalog.read(session));
            throw new SQLException("the commit returned, but the way back of its batch is not written down");
        }
    }

    private List<String> statements(Batch batch, Found before, Spending spending) {
        var statements = new ArrayList<String>();
        var changes = new ArrayList<Change>();
        for (var step : batch.steps()) {
            statements.add(
                    "ALTER TABLE %s RENAME TO %s".formatted(Sql.identifier(step.from()), Sql.identifier(step.to())));
            changes.add(before.change(step).numbered(batch.seq() + changes.size()));
        }
        var views = oldName == RenamePlan.OldName.GONE ? List.<Renaming>of() : batch.leaving();
        views.forEach(each -> statements.add(session.dialect().graceView(each.from(), each.to(), expires)));
        statements.add(journal.rememberNumbered(changes));
        if (!views.isEmpty()) {
            statements.add(journal.rememberGraceTogether(views, now, expires));
        }
        statements.add(spending.record(batch.name(), before.expense(batch.renamings())));
        return statements;
    }

    /// What bears a new name is what bore the old one, and the old name is what it was to become.
    void verify(List<Renaming> renamings, List<Decision> left, Found before) throws SQLException {
        if (renamings.size() == left.size()) {
            return;
        }
        var held = left.stream().map(Decision::table).collect(Collectors.toSet());
        var done =
                renamings.stream().filter(each -> !held.contains(each.from())).toList();
        var after = Contents.identities(session);
        new ReadBack(oldName).listing(done, Catalog.read(session, after.keySet()));
        for (var each : done) {
            var found = after.get(each.to());
            if (found == null || !found.equals(before.identities().get(each.from()))) {
                throw new SQLException("%s has other rows than %s had".formatted(each.to(), each.from()));
            }
        }
    }
}
