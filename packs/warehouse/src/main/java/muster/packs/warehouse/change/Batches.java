package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.packs.warehouse.cost.Expense;
import muster.packs.warehouse.cost.Spending;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.run.ActionCall;

/// Carries out renames in transactions, and looks after each for its way back, since a commit that returns
/// may have committed nothing. At the end everything is read back.
record Batches(Session session, Journal journal, RenamePlan.OldName oldName, Instant now, Instant expires) {

    /// Answers which tables were left because somebody else held them.
    List<Decision> carryOut(List<Chain> chains, int size, ActionCall call, Spending spending)
            throws SQLException, InterruptedException {
        var left = new ArrayList<Decision>();
        session.small(() -> {
            var renamings = members(chains);
            var before = Found.read(session, renamings);
            int done = 0;
            for (var batch : batches(chains, size)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted after " + done + " renames");
                }
                spending.check(name(batch), before.expense(members(batch)));
                attempt(batch, before, left, spending);
                done += members(batch).size();
                call.progress()
                        .accept(
                                (double) done / renamings.size(),
                                members(batch).getLast().to());
            }
            verify(renamings, left, before);
        });
        return left;
    }

    /// Batches of about a size; a chain is never divided.
    private static List<List<Chain>> batches(List<Chain> chains, int size) {
        var batches = new ArrayList<List<Chain>>();
        int held = size;
        for (var chain : chains) {
            if (held + chain.renamings().size() > size) {
                batches.add(new ArrayList<>());
                held = 0;
            }
            batches.getLast().add(chain);
            held += chain.renamings().size();
        }
        return batches;
    }

    private static List<Renaming> members(List<Chain> chains) {
        return chains.stream().flatMap(each -> each.renamings().stream()).toList();
    }

    /// As budgets and records call a batch.
    private static String name(List<Chain> batch) {
        var renamings = members(batch);
        return "%d renames from %s"
                .formatted(renamings.size(), renamings.getFirst().from());
    }

    /// The tables as they were found.
    record Found(Map<String, Long> rows, Map<String, String> columns, Map<String, String> identities) {
        static Found read(Session session, List<Renaming> renamings) throws SQLException {
            return renamings.isEmpty()
                    ? new Found(Map.of(), Map.of(), Map.of())
                    : new Found(
                            Contents.rows(
                                    session,
                                    renamings.stream().map(Renaming::from).toList()),
                            Contents.columnDigests(session),
                            Contents.identities(session));
        }

        /// What is written down of renames.
        List<Change> changes(List<Renaming> renamings) {
            return renamings.stream()
                    .map(each -> change(new Chain.Step(each.from(), each.from(), each.to())))
                    .toList();
        }

        Expense expense(List<Renaming> renamings) {
            return Expense.ofNames(
                    renamings.size(),
                    renamings.stream()
                            .mapToLong(each -> rows.getOrDefault(each.from(), 0L))
                            .sum());
        }

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

    /// A batch that meets somebody's lock is halved until the table that is held is alone; that one waits.
    private void attempt(List<Chain> batch, Found before, List<Decision> left, Spending spending) throws SQLException {
        try {
            session.executeTogether(statements(batch, before, spending));
        } catch (SQLException e) {
            if (!session.dialect().isLocked(e)) {
                throw e;
            }
            if (batch.size() == 1) {
                batch.getFirst()
                        .renamings()
                        .forEach(each -> left.add(
                                new Decision(each.from(), "somebody else holds it: try again when it is free")));
                return;
            }
            attempt(batch.subList(0, batch.size() / 2), before, left, spending);
            attempt(batch.subList(batch.size() / 2, batch.size()), before, left, spending);
            return;
        }
        if (!journal.says(members(batch).getLast())) {
            new ReadBack(oldName).listing(members(batch), Catalog.read(session));
            throw new SQLException("the commit returned, but the way back of its batch is not written down");
        }
    }

    private List<String> statements(List<Chain> batch, Found before, Spending spending) {
        var statements = new ArrayList<String>();
        var changes = new ArrayList<Change>();
        for (var step : batch.stream().flatMap(each -> each.steps().stream()).toList()) {
            statements.add(
                    "ALTER TABLE %s RENAME TO %s".formatted(Sql.identifier(step.from()), Sql.identifier(step.to())));
            changes.add(before.change(step));
        }
        var views = oldName == RenamePlan.OldName.GONE
                ? List.<Renaming>of()
                : batch.stream().flatMap(each -> each.leaving().stream()).toList();
        views.forEach(each -> statements.add(session.dialect().graceView(each.from(), each.to(), expires)));
        statements.add(journal.remember(changes));
        if (!views.isEmpty()) {
            statements.add(journal.rememberGraceTogether(views, now, expires));
        }
        statements.add(spending.record(name(batch), before.expense(members(batch))));
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
        new ReadBack(oldName).listing(done, Catalog.read(session));
        var after = Contents.identities(session);
        for (var each : done) {
            var found = after.get(each.to());
            if (found == null || !found.equals(before.identities().get(each.from()))) {
                throw new SQLException("%s has other rows than %s had".formatted(each.to(), each.from()));
            }
        }
    }
}
