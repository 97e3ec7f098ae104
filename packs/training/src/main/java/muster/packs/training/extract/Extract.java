package muster.packs.training.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import muster.packs.training.files.FileName;
import muster.packs.training.files.Manifest;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.cost.Budget;
import muster.packs.warehouse.cost.Prices;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Lanes;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.extract`: writes tables to Parquet files, ordered by their key, and enters each in the manifest
/// of the folder. A table whose file is whole, with the columns, the number of rows and the values that the
/// table has, is passed over.
///
/// @param folder the folder of files lies below it
public record Extract(InstantSource clock, Path folder) implements SessionAction {
    private static final int LANES = 2;
    private static final int MOST_LANES = 16;

    /// DuckDB's own: rows of a row group.
    static final int ROW_GROUP = 122_880;

    /// The action, which knows its arguments.
    public static SessionAction of(InstantSource clock, Path folder) {
        return new Extract(clock, folder)
                .knowing(Budget.and(List.of("to", "tables", "pair", "key", "parallel", "price", "prices")));
    }

    @Override
    public ActionResult perform(Session session, ActionCall call)
            throws SQLException, IOException, InterruptedException {
        var arguments = Arguments.of(call);
        arguments.required("to");
        var selection = Selection.of(arguments);
        var tables =
                Catalog.read(session).tables().stream().filter(selection::wants).toList();
        if (tables.isEmpty()) {
            throw new WrongArgument("no table is wanted; Maybe tables or pair fit none");
        }
        var unfit = Crossing.unfit(session, new HashSet<>(tables));
        if (!unfit.isEmpty()) {
            throw new WrongArgument("%s, which no file can have\nMaybe extract a view's or a table's other columns"
                    .formatted(String.join("; ", unfit)));
        }
        var to = java.util.Objects.requireNonNull(arguments.file("to", folder));
        var key = arguments.text("key", "interval_time");
        if (session.isRehearsal()) {
            for (var table : tables) {
                session.tell("-- to %s: %s"
                        .formatted(
                                to.resolve(FileName.of(table)),
                                TableQuery.of(session, table, key).text()));
            }
            return new Outputs().put("tables", tables.size()).succeeded();
        }
        var done = new Tally(call, tables.size(), new AtomicInteger(), new AtomicInteger());
        var manifest = Manifest.of(to);
        var rows = Contents.rows(session, tables);
        var account = Account.of(rows, Prices.of(arguments, folder)).kept(session, call, clock);
        var writer = new TableFile(manifest, key, rows, account);
        Lanes.among(session, arguments.number("parallel", LANES, MOST_LANES), tables, (lane, table) -> {
            done.count(table, writer.write(lane, table));
        });
        return new Outputs()
                .put("tables", tables.size())
                .put("written", done.written().get())
                .put("rows", rows.values().stream().mapToLong(Long::longValue).sum())
                .succeeded();
    }

    /// How far it is.
    private record Tally(ActionCall call, int tables, AtomicInteger done, AtomicInteger written) {
        void count(String table, TableFile.Outcome outcome) {
            if (outcome == TableFile.Outcome.WRITTEN) {
                written.incrementAndGet();
            }
            call.progress().accept((double) done.incrementAndGet() / tables, table);
        }
    }
}
