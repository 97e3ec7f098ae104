package muster.packs.warehouse.child;

import java.sql.Connection;
import java.sql.SQLException;
import muster.packs.warehouse.Overheard;
import muster.packs.warehouse.sql.WarehouseAccess;

/// A way through another process, which is killed right after a statement that begins so.
record KillingAccess(ChildDuckDb inner, String after) implements WarehouseAccess {

    @Override
    public Connection open() throws SQLException {
        return Overheard.connection(inner.open(), Overheard::pass, (statement, method, arguments) -> {
            var answer = Overheard.pass(statement, method, arguments);
            if (method.getName().equals("execute") && ((String) arguments[0]).startsWith(after)) {
                ChildDuckDbTest.kill(inner);
            }
            return answer;
        });
    }
}
