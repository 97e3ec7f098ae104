package muster.packs.warehouse.series;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Random;
import muster.packs.warehouse.sql.Session;

/// Writes synthetic series to tables of the form [SeriesColumns].
public final class SeriesTable {
    private final Session session;
    private final Market market;

    public SeriesTable(Session session, Market market) {
        this.session = session;
        this.market = market;
    }

    /// Within a transaction of the caller.
    ///
    /// @param subject a pair or an asset
    public void write(String table, String subject) throws SQLException, IOException {
        var logs = market.shape().assets().contains(subject) ? market.asset(subject) : market.logs(subject);
        session.execute(SeriesColumns.create(table));
        var random = new Random(market.shape().seed() * 31 + subject.hashCode());
        SeriesRows.write(session, table, rows -> {
            for (int row = 0; row < logs.length; row++) {
                rows.add(moment(row), subject, Bar.of(logs[Math.max(0, row - 1)], logs[row], random));
            }
        });
    }

    private String moment(int row) {
        var span = market.shape().span();
        return span.start()
                .plus(span.step().multipliedBy(row))
                .toString()
                .replace('T', ' ')
                .replace("Z", "");
    }
}
