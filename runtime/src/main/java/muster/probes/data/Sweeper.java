package muster.probes.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import muster.audit.Finding;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;

/// Removes scratch tables that a killed run has left behind: only tables whose name has exactly our prefix and
/// shape, whose only column is our mark, and that are older than any run in progress. Whatever else bears the
/// prefix is somebody else's and reported.
record Sweeper(Databases databases) {
    /// A round trip takes seconds; a clock that is an hour off is worse than any of those met in practice.
    static final Duration LIVING = Duration.ofHours(1);

    /// Nothing, where nothing of ours or like ours is there.
    List<Observation> of(String database, Instant now) {
        return databases.with("sweep", database, connection -> swept(connection, database, now));
    }

    private static List<Observation> swept(Connection connection, String database, Instant now) throws SQLException {
        connection.setAutoCommit(true);
        var reader = new Reader(connection, Engine.of(connection), Reader.LIMIT);
        var found = new ArrayList<Finding>();
        for (var one : new Relations(reader).own()) {
            if (one.name().startsWith(ScratchName.PREFIX)) {
                found.add(looked(reader, one, now));
            }
        }
        return found.isEmpty() ? List.of() : List.of(judged(database, found));
    }

    private static Finding looked(Reader reader, Relation one, Instant now) throws SQLException {
        var made = ScratchName.made(one.name());
        if (made == null || !isMarked(reader, one)) {
            return Findings.remark("foreign-scratch-name", one.name(), "it has our prefix but is not ours: left alone");
        }
        if (made.plus(LIVING).isAfter(now)) {
            return Findings.remark("scratch-in-use", one.name(), "it may belong to a run in progress: left alone");
        }
        return removed(reader, one);
    }

    private static boolean isMarked(Reader reader, Relation one) throws SQLException {
        return one.isTable() && Columns.of(reader, one).types().keySet().equals(Set.of(ScratchTable.MARK));
    }

    private static Finding removed(Reader reader, Relation one) throws SQLException {
        try {
            TooSlow.execute(reader.connection(), Reader.LIMIT, "DROP TABLE IF EXISTS " + one.quoted());
        } catch (SQLException e) {
            return Findings.defect("leftover", one.name(), "it cannot be removed: " + Databases.said(e));
        }
        boolean left = new Relations(reader).own().contains(one);
        return left
                ? Findings.defect("leftover", one.name(), "it was dropped without an error and is still there")
                : Findings.remark("swept", one.name(), "a killed run had left it behind");
    }

    private static Observation judged(String database, List<Finding> found) {
        long swept = count(found, "swept");
        var seen = Findings.anyDefect(found)
                ? Observation.fail("sweep", database, AssuranceLevel.EXISTS, "leftovers cannot be removed")
                : Observation.pass("sweep", database, AssuranceLevel.EXISTS, swept + " leftovers removed");
        return seen.with("swept", swept)
                .with("foreign", count(found, "foreign-scratch-name"))
                .with("in-use", count(found, "scratch-in-use"))
                .found(found);
    }

    private static long count(List<Finding> found, String code) {
        return found.stream().filter(one -> one.code().equals(code)).count();
    }
}
