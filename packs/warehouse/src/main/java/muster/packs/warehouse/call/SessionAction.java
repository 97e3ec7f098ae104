package muster.packs.warehouse.call;

import java.io.IOException;
import java.sql.SQLException;
import muster.pack.PackAction;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.WarehouseAccess;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// An action that works in one session.
@FunctionalInterface
public interface SessionAction {
    ActionResult perform(Session session, ActionCall call) throws SQLException, IOException, InterruptedException;

    /// The action as the core calls it: it opens a session, and turns failures of the warehouse into results.
    default PackAction over(WarehouseAccess access) {
        return call -> {
            try (var session = Session.open(access)) {
                return perform(session, call);
            } catch (SQLException | IOException | WrongArgument e) {
                return new ActionResult.Failed(String.valueOf(e.getMessage()));
            }
        };
    }
}
