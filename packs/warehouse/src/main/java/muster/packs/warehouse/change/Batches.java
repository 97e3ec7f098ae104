package muster.packs.warehouse.change;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

    /// A batch that meets somebody's lock, or something else that the engine refuses, is divided until what is in
    /// the way is alone; that waits.
    private void attempt(Batch batch, Found before, List<Decision> left, Spending spending) throws SQLException {
        if (batch.chains().isEmpty()) {
            return;
        }
        try {
            var statements = new ArrayList<>(names(batch));
            statements.addAll(written(batch, before, spending));
            session.together(() -> {
                session.executeAll(statements);
                before.still(session, batch.renamings());
            });
        } catch (SQLException e) {
            if (!(e instanceof Overtaken) && !session.isRefusal(e)) {
                throw OwnColumns.lacking(session, e);
            }
            for (var part : divided(batch, before, e, left)) {
                attempt(part, before, left, spending);
            }
            return;
        }
        if (!journal.says(batch.seq())) {
            new ReadBack(oldName).listing(batch.renamings(), Catalog.read(session));
            throw new SQLException("the commit returned, but the way back of its batch is not written down");
        }
    }

    /// What is tried next of a batch that was refused.
    private List<Batch> divided(Batch batch, Found before, SQLException e, List<Decision> left) throws SQLException {
        var held = session.dialect().isLocked(e) ? holders(batch) : Map.<String, String>of();
        if (!held.isEmpty()) {
            batch.chains().stream()
                    .filter(chain -> chain.has(held.keySet()))
                    .flatMap(chain -> chain.renamings().stream())
                    .forEach(each -> left.add(new Decision(
                            each.from(),
                            held.getOrDefault(each.from(), "somebody")
                                    + " holds it, or what it is renamed with: try again when it is free")));
            return List.of(batch.without(held.keySet()));
        }
        if (batch.chains().size() > 1) {
            return batch.halves();
        }
        var why = why(batch, before, e);
        batch.renamings().forEach(each -> left.add(new Decision(each.from(), why)));
        return List.of();
    }

    /// Why a chain has to stay, if it is not the journal that was refused.
    private String why(Batch batch, Found before, SQLException e) throws SQLException {
        if (e instanceof Overtaken || session.dialect().isLocked(e)) {
            return Refusal.of(session.dialect(), e);
        }
        try {
            before.stay(session, batch.renamings());
        } catch (Overtaken overtaken) {
            return Refusal.of(session.dialect(), overtaken);
        }
        if (isAllowed(batch)) {
            throw OwnColumns.lacking(session, e);
        }
        return Refusal.of(session.dialect(), e);
    }

    /// Who holds tables of a batch for long, by table.
    private Map<String, String> holders(Batch batch) throws SQLException {
        var query = session.dialect()
                .holders(batch.renamings().stream().map(Renaming::from).toList());
        return query == null
                ? Map.of()
                : session.query(query).stream().collect(Collectors.toMap(row -> row.text(0), row -> row.text(1)));
    }

    /// Whether the engine lets the names be changed, so that it was the journal that it refused.
    private boolean isAllowed(Batch batch) throws SQLException {
        try {
            session.attempt(names(batch));
            return true;
        } catch (SQLException e) {
            return !session.dialect().isRefusal(e);
        }
    }

    private List<String> names(Batch batch) throws SQLException {
        var statements = new ArrayList<String>();
        for (var step : batch.steps()) {
            statements.add(
                    "ALTER TABLE %s RENAME TO %s".formatted(Sql.identifier(step.from()), Sql.identifier(step.to())));
        }
        views(batch).forEach(each -> statements.add(session.dialect().graceView(each.from(), each.to(), expires)));
        statements.addAll(Grants.statements(session, views(batch)));
        return statements;
    }

    private List<Renaming> views(Batch batch) {
        return oldName == RenamePlan.OldName.GONE ? List.of() : batch.leaving();
    }

    private List<String> written(Batch batch, Found before, Spending spending) {
        var statements = new ArrayList<String>();
        var changes = new ArrayList<Change>();
        for (var step : batch.steps()) {
            changes.add(before.change(step).numbered(batch.seq() + changes.size()));
        }
        statements.add(journal.rememberNumbered(changes));
        if (!views(batch).isEmpty()) {
            statements.add(journal.rememberGraceTogether(views(batch), now, expires));
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
