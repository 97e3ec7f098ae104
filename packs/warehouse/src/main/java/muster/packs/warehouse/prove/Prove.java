package muster.packs.warehouse.prove;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.prove`: shows that a capability works on this warehouse by using it on scratch tables.
///
/// @param actions the actions of the pack by full name
public record Prove(Map<String, SessionAction> actions) implements SessionAction {
    private static final String SCHEMA_PREFIX = "_muster_proof_";

    @Override
    public ActionResult perform(Session session, ActionCall call)
            throws SQLException, IOException, InterruptedException {
        var capability = Capability.of(Arguments.of(call).required("capability"));
        if (!session.dialect().capabilities().takesBackTogether()) {
            return new ActionResult.Failed("this engine takes no statement back with another, as proofs need");
        }
        var home = session.one("SELECT current_database(), current_schema()");
        var name = SCHEMA_PREFIX + Integer.toHexString(call.key().hashCode());
        var schema = Sql.identifier(name);
        // What a killed attempt left behind is in the way of this one.
        session.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        session.execute("CREATE SCHEMA " + schema);
        var bench = new Bench(session, actions, call, List.of());
        try {
            session.execute(session.dialect().use(home.text(0), name));
            capability.prove(bench);
        } catch (Unproved e) {
            return new ActionResult.Failed(capability.text() + ": " + e.getMessage());
        } finally {
            session.execute(session.dialect().use(home.text(0), home.text(1)));
            session.execute("DROP SCHEMA " + schema + " CASCADE");
        }
        return new Outputs()
                .put("proved", capability.text())
                .put("steps", String.join(" -> ", bench.steps()) + " -> drop")
                .succeeded();
    }
}
