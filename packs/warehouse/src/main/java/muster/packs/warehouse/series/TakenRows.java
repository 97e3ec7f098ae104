package muster.packs.warehouse.series;

import java.sql.SQLException;
import muster.packs.warehouse.sql.Intake;

/// Rows for a table as lines of CSV, which a driver takes by its own way.
record TakenRows(Intake.Taking taking) implements SeriesRows {

    @Override
    public void add(String moment, String subject, Bar bar) throws SQLException {
        taking.take("%s,\"%s\",%s,%s,%s,%s,%d\n"
                .formatted(
                        moment,
                        subject.replace("\"", "\"\""),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume()));
    }

    @Override
    public void end() throws SQLException {
        taking.end();
    }
}
