package muster.packs.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import muster.packs.warehouse.sql.WarehouseAccess;

/// A way into a warehouse that does something of its own: after a statement that begins so, it runs another; and its
/// commits may lie.
///
/// @param after how the statement begins after which `then` is run; no statement if it is empty
/// @param commits whether a commit commits or, returning as if it had, rolls back
public record TamperedAccess(WarehouseAccess inner, String after, String then, Commits commits)
        implements WarehouseAccess {

    /// What a commit does.
    public enum Commits {
        TRUE,
        LIES
    }

    @Override
    public Connection open() throws SQLException {
        var real = inner.open();
        return Overheard.connection(
                real,
                (connection, method, arguments) -> {
                    if (method.getName().equals("commit") && commits == Commits.LIES) {
                        real.rollback();
                        return null;
                    }
                    return Overheard.pass(connection, method, arguments);
                },
                (statement, method, arguments) -> {
                    var answer = Overheard.pass(statement, method, arguments);
                    if (method.getName().equals("execute")
                            && !after.isEmpty()
                            && ((String) arguments[0]).startsWith(after)) {
                        ((Statement) statement).execute(then);
                    }
                    return answer;
                });
    }
}
