package muster.packs.warehouse.call;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import muster.pack.PackAction;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.WarehouseAccess;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// An action that works in one session.
@FunctionalInterface
public interface SessionAction {
    ActionResult perform(Session session, ActionCall call) throws SQLException, IOException, InterruptedException;

    /// The same action, which refuses arguments of any other name before it does anything: one that is misspelt would
    /// silently mean its default.
    default SessionAction knowing(String... names) {
        var known = List.of(names);
        return (session, call) -> {
            Arguments.of(call).allow(known);
            return perform(session, call);
        };
    }

    /// The action as the core calls it: it opens a session, and turns failures of the warehouse into results.
    default PackAction over(WarehouseAccess access) {
        return call -> {
            try {
                return in(() -> Session.open(access), call);
            } catch (WrongArgument | WrongFile | OverBudget e) {
                return new ActionResult.Failed(String.valueOf(e.getMessage()));
            }
        };
    }

    /// The action as a person calls it, who is told of a [WrongArgument] and of [OverBudget] by an exit code.
    default PackAction byHand(WarehouseAccess access) {
        return call -> in(() -> Session.open(access), call);
    }

    /// The same by hand, but all of it is taken back at the end. See [Session#rehearse].
    default PackAction rehearsed(WarehouseAccess access, Consumer<String> told) {
        return call -> in(() -> Session.rehearse(access, told), call);
    }

    private ActionResult in(SessionOpening opening, ActionCall call) throws InterruptedException {
        try (var session = opening.open()) {
            return perform(session, call);
        } catch (IOException e) {
            return new ActionResult.Failed(FileTrouble.told(e));
        } catch (SQLException e) {
            return new ActionResult.Failed(String.valueOf(e.getMessage()));
        }
    }
}
