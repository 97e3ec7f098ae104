package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import muster.packs.warehouse.sql.Contents;
import muster.packs.warehouse.sql.Session;

/// The columns of the journal, which somebody may have dropped or renamed.
final class OwnColumns {
    private static final List<String> OF_CHANGES =
            List.of("key", "seq", "kind", "old", "new", "row_count", "columns", "state");

    private OwnColumns() {}

    /// Why the way back cannot be read: that columns are missing, if they are, else the failure as it is.
    static SQLException lacking(Session session, SQLException failure) {
        try {
            var missing = new ArrayList<>(OF_CHANGES);
            Contents.columns(session, "_muster_reverse").forEach(row -> missing.remove(row.text(0)));
            return missing.isEmpty() || missing.size() == OF_CHANGES.size()
                    ? failure
                    : new SQLException(
                            "_muster_reverse has no column %s any more, so no way back is known\nMaybe somebody has renamed or dropped it by hand: restore it"
                                    .formatted(String.join(", ", missing)),
                            failure);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }
}
