package muster.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Listens for the notification that PostgreSQL sends when a transaction with new entries is committed, on a connection
/// of its own that is opened again when it breaks.
final class PostgresBell implements Dialect.Bell {
    static final String CHANNEL = "muster_journal";

    /// Also without a notification it rings this often, for those that were lost with a connection.
    private static final int LONGEST_MILLIS = 1000;

    private final Opener opener;
    private volatile @Nullable Connection listening;

    PostgresBell(Opener opener) {
        this.opener = opener;
    }

    /// Opens connections.
    interface Opener {
        Connection open() throws SQLException;
    }

    @Override
    public void await() throws InterruptedException {
        try {
            listened().unwrap(PGConnection.class).getNotifications(LONGEST_MILLIS);
        } catch (SQLException e) {
            close();
            Thread.sleep(LONGEST_MILLIS);
        }
    }

    private Connection listened() throws SQLException {
        var present = listening;
        if (present == null) {
            present = opener.open();
            listening = present;
            try (var statement = present.createStatement()) {
                statement.execute("LISTEN " + CHANNEL);
            }
        }
        return present;
    }

    @Override
    public void close() {
        var present = listening;
        listening = null;
        try {
            if (present != null) {
                present.close();
            }
        } catch (SQLException e) {
            // It is given up in any case.
        }
    }
}
