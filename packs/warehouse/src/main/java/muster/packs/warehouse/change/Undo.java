package muster.packs.warehouse.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Catalog.Kind;
import muster.packs.warehouse.sql.Sql;

/// How one change is undone, given what is there.
sealed interface Undo {

    /// By these statements.
    record Steps(List<String> statements) implements Undo {
        public Steps {
            statements = List.copyOf(statements);
        }
    }

    /// It is undone already.
    record NotNeeded() implements Undo {}

    /// The live state fits neither the change nor its undoing.
    record Refused(String why) implements Undo {}

    /// What is known of tables besides their names.
    ///
    /// @param created tables that exist, with what is in them
    /// @param rewritten those of them that have other values than they were made with
    /// @param restoring the statements that make dropped tables again, of those that still can be
    /// @param bodies what the views under old names read
    record Found(
            Map<String, Change> created,
            Set<String> rewritten,
            Map<String, List<String>> restoring,
            Bodies bodies,
            Dependants dependants) {
        public Found {
            created = Map.copyOf(created);
            rewritten = Set.copyOf(rewritten);
            restoring = Map.copyOf(restoring);
        }
    }

    /// One answer per change, each given what the ones before it leave behind.
    ///
    /// @param changes the latest first
    static List<Undo> plan(List<Change> changes, Catalog catalog, Found found) {
        var live = new HashMap<>(catalog.relations());
        var plan = new ArrayList<Undo>();
        for (var change : changes) {
            plan.add(
                    switch (change.kind()) {
                        case RENAMED, KEPT -> nameBack(change, live, found);
                        case CREATED -> drop(change, live, found);
                        case DROPPED -> restore(change, live, found.restoring());
                    });
        }
        return plan;
    }

    private static Undo nameBack(Change change, Map<String, Kind> live, Found found) {
        var from = live.get(change.from());
        if (live.get(change.to()) != Kind.TABLE) {
            return from == Kind.TABLE
                    ? new NotNeeded()
                    : new Refused(
                            "neither " + change.from() + " nor " + change.to() + " is a table" + since(change, live));
        }
        if (from == Kind.TABLE) {
            return new Refused("both " + change.from() + " and " + change.to() + " are tables");
        }
        if (from == Kind.VIEW && found.bodies().isOther(change.from(), change.to())) {
            return new Refused(
                    change.from() + " is a view that somebody has made or changed, and would be lost: save what"
                            + " it reads, and drop it");
        }
        var reader = from == Kind.VIEW ? found.dependants().on(change.from()) : null;
        if (reader != null) {
            return new Refused("%s reads the view %s, which has to go: let it read %s, or drop it"
                    .formatted(reader, change.from(), change.to()));
        }
        var statements = new ArrayList<String>();
        if (from == Kind.VIEW) {
            statements.add("DROP VIEW " + Sql.identifier(change.from()));
        }
        statements.add(
                "ALTER TABLE %s RENAME TO %s".formatted(Sql.identifier(change.to()), Sql.identifier(change.from())));
        live.remove(change.to());
        live.put(change.from(), Kind.TABLE);
        return new Steps(statements);
    }

    /// What may be in the way of a change, which is to be undone before it.
    private static String since(Change change, Map<String, Kind> live) {
        if (change.kind() == Change.Kind.KEPT) {
            return "; if it was dropped, that is to be undone first";
        }
        return live.get(change.to()) == Kind.VIEW
                ? "; if another key has renamed or merged it since, that is to be undone first"
                : "";
    }

    private static Undo drop(Change change, Map<String, Kind> live, Found found) {
        if (live.get(change.to()) != Kind.TABLE) {
            return new NotNeeded();
        }
        var reader = found.dependants().on(change.to());
        if (reader != null) {
            return new Refused(reader + " needs " + change.to() + ", which has to go: drop it first");
        }
        if (!change.equals(found.created().get(change.to()))) {
            return new Refused(
                    change.to() + " is not as it was created; dropping it would lose what was written since");
        }
        if (found.rewritten().contains(change.to())) {
            return new Refused(
                    change.to() + " has other values than it was made with; dropping it would lose what was written"
                            + " since. Maybe write that to its sources; if it may be lost, delete its line from _muster_made");
        }
        live.remove(change.to());
        return new Steps(List.of("DROP TABLE " + Sql.identifier(change.to())));
    }

    private static Undo restore(Change change, Map<String, Kind> live, Map<String, List<String>> restoring) {
        if (live.get(change.from()) == Kind.TABLE) {
            return new NotNeeded();
        }
        var statements = restoring.get(change.from());
        if (statements == null) {
            return new Refused("the table of which " + change.from() + " could be made again has changed");
        }
        live.put(change.from(), Kind.TABLE);
        return new Steps(statements);
    }
}
