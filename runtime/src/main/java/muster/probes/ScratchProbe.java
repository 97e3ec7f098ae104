package muster.probes;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import muster.plan.AssuranceLevel;

/// Whether tables can be created, renamed and dropped: tried on one of our own, which is removed in every case.
record ScratchProbe(Databases databases) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 6;

    List<Observation> of(String database) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var name = Databases.OWN_PREFIX + HexFormat.of().formatHex(nonce);
        return databases.with("scratch-table", database, connection -> {
            try {
                return List.of(new RoundTrip(connection, database, name, new ArrayList<>()).made());
            } finally {
                removed(connection, name);
                removed(connection, name + "_renamed");
            }
        });
    }

    private static void removed(Connection connection, String name) {
        try {
            Databases.execute(connection, "DROP TABLE IF EXISTS " + Databases.quoted(connection, name));
        } catch (SQLException _) {
            // The round trip has reported already that dropping does not work; there is nothing left to try.
        }
    }

    /// @param worked the verbs that have worked so far
    private record RoundTrip(Connection connection, String database, String name, List<String> worked) {

        @FunctionalInterface
        interface Step {
            boolean holds() throws SQLException;
        }

        Observation made() throws SQLException {
            var renamed = name + "_renamed";
            var old = Databases.quoted(connection, name);
            var other = Databases.quoted(connection, renamed);
            boolean all = step("create", () -> {
                        Databases.execute(connection, "CREATE TABLE " + old + " (id INTEGER)");
                        Databases.execute(connection, "INSERT INTO " + old + " VALUES (1)");
                        return Databases.has(connection, name);
                    })
                    && step("rename", () -> {
                        Databases.execute(connection, "ALTER TABLE " + old + " RENAME TO " + other);
                        return !Databases.has(connection, name) && Databases.has(connection, renamed);
                    })
                    && step(
                            "read",
                            () -> Databases.column(connection, "SELECT COUNT(*) FROM " + other)
                                    .equals(List.of("1")))
                    && step("drop", () -> {
                        Databases.execute(connection, "DROP TABLE " + other);
                        return !Databases.has(connection, renamed);
                    });
            var verbs = String.join(
                    ", ", worked.stream().filter(verb -> !verb.contains(" ")).toList());
            return (all ? passed(verbs) : failed()).with("verbs", verbs);
        }

        private boolean step(String verb, Step step) {
            try {
                boolean holds = step.holds();
                worked.add(holds ? verb : "no " + verb + ": it was accepted and had no effect");
                return holds;
            } catch (SQLException e) {
                worked.add("no " + verb + ": " + e.getMessage());
                return false;
            }
        }

        private Observation passed(String verbs) {
            return Observation.pass("scratch-table", database, AssuranceLevel.SCRATCH_ROUND_TRIP, verbs + " worked");
        }

        private Observation failed() {
            var message = worked.getLast();
            var code = "cannot-" + message.substring("no ".length(), message.indexOf(':'));
            return Observation.fail("scratch-table", database, AssuranceLevel.CLAIMED, message)
                    .found(Findings.defect(code, database, message));
        }
    }
}
