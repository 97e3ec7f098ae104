package muster.probes.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;

/// Whether tables can be created, renamed and dropped: tried on one of our own, which is removed in every case.
record ScratchProbe(Databases databases) {

    List<Observation> of(String database, Instant now) {
        var opener = databases.openers().get(database);
        if (opener != null && opener.access() == Access.READ) {
            return List.of(Observation.notRun(
                    "scratch-table", database, "the operator has not allowed writing to " + database));
        }
        var name = ScratchName.at(now);
        var seen = new ArrayList<>(
                databases.with("scratch-table", database, connection -> List.of(tried(connection, database, name))));
        seen.addAll(
                databases.with("leftovers", database, connection -> List.of(leftovers(connection, database, name))));
        seen.addAll(new Sweeper(databases).of(database, now));
        return seen;
    }

    private static Observation tried(Connection connection, String database, ScratchName name) throws SQLException {
        connection.setAutoCommit(true);
        var table = new ScratchTable(connection, Engine.of(connection), name);
        try {
            return new RoundTrip(database, table).made();
        } finally {
            table.removed();
        }
    }

    /// From another connection, which knows nothing of what the first has done and works if that one is broken.
    private static Observation leftovers(Connection connection, String database, ScratchName name) throws SQLException {
        var left = new ScratchTable(connection, Engine.of(connection), name).removed();
        return left.isEmpty()
                ? Observation.pass("leftovers", database, AssuranceLevel.EXISTS, "nothing is left of the scratch table")
                : Observation.fail("leftovers", database, AssuranceLevel.EXISTS, left + " could not be removed")
                        .found(Findings.defect(
                                "leftover", database, left + " is still there and must be dropped by hand"));
    }
}
