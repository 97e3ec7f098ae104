package muster.packs.warehouse.prove;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// Where a proof works: the actions of the pack, in a scratch schema.
///
/// @param steps what was done so far
record Bench(Session session, Map<String, SessionAction> actions, ActionCall call, List<String> steps) {
    /// The key of the changes a proof makes.
    static final String KEY = "proof";

    Bench {
        steps = new ArrayList<>(steps);
    }

    void create(String table, String rows) throws SQLException {
        session.execute("CREATE TABLE %s AS %s".formatted(table, rows));
        steps.add("create");
    }

    /// Performs an action that has to succeed.
    Map<String, String> perform(String action, String... arguments)
            throws SQLException, IOException, InterruptedException, Unproved {
        return switch (attempt(action, arguments)) {
            case ActionResult.Succeeded(var outputs) -> outputs;
            case ActionResult.Failed(var why) -> throw new Unproved(action + " failed: " + why);
            case ActionResult.NeedsDecision(var questions) -> throw new Unproved(action + " asks " + questions);
        };
    }

    ActionResult attempt(String action, String... arguments) throws SQLException, IOException, InterruptedException {
        var named = new TreeMap<String, String>();
        Arrays.stream(arguments).map(each -> each.split("=", 2)).forEach(each -> named.put(each[0], each[1]));
        var inner = new ActionCall(call.task(), KEY, call.fence(), named, (share, what) -> {});
        var performed = actions.get("warehouse." + action);
        if (performed == null) {
            throw new WrongArgument("there is no action " + action);
        }
        steps.add(action);
        return performed.perform(session, inner);
    }

    void verify(boolean holds, String what) throws Unproved {
        if (!holds) {
            throw new Unproved("not so: " + what);
        }
        steps.add("verify");
    }

    boolean isTable(String name) throws SQLException {
        return Catalog.read(session).has(name, Catalog.Kind.TABLE);
    }

    boolean isView(String name) throws SQLException {
        return Catalog.read(session).has(name, Catalog.Kind.VIEW);
    }

    long rows(String relation) throws SQLException {
        return session.one("SELECT count(*) FROM " + relation).number(0);
    }
}
