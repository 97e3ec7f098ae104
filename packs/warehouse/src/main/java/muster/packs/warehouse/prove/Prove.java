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
        if (session.onlyTells()) {
            return new ActionResult.Failed("a proof is made by doing, and what this engine does it does not take back");
        }
        var name = SCHEMA_PREFIX + Integer.toHexString(call.key().hashCode());
        var schema = Sql.identifier(name);
        // What a killed attempt left behind is in the way of this one.
        session.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        session.execute("CREATE SCHEMA " + schema);
        try {
            var steps = proved(session, name, capability, call);
            return new Outputs()
                    .put("proved", capability.text())
                    .put("steps", String.join(" -> ", steps) + " -> drop")
                    .succeeded();
        } catch (Unproved e) {
            return new ActionResult.Failed(capability.text() + ": " + e.getMessage());
        } finally {
            session.execute("DROP SCHEMA " + schema + " CASCADE");
        }
    }

    /// The steps of a proof in a schema that is there.
    private List<String> proved(Session session, String schema, Capability capability, ActionCall call)
            throws SQLException, IOException, InterruptedException, Unproved {
        try (var there = session.elsewhere(schema)) {
            if (there != null) {
                return steps(there, capability, call);
            }
        }
        var home = session.one("SELECT current_database(), current_schema()");
        session.execute(session.dialect().use(home.text(0), schema));
        try {
            return steps(session, capability, call);
        } finally {
            session.execute(session.dialect().use(home.text(0), home.text(1)));
        }
    }

    private List<String> steps(Session session, Capability capability, ActionCall call)
            throws SQLException, IOException, InterruptedException, Unproved {
        var bench = new Bench(session, actions, call, List.of());
        capability.prove(bench);
        return bench.steps();
    }
}
