package muster.probes.data;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;

/// Whether tables can be created, renamed and dropped: tried on one of our own, which is removed in every case.
public record ScratchProbe(Databases databases) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 6;

    public List<Observation> of(String database) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var name = Databases.OWN_PREFIX + HexFormat.of().formatHex(nonce);
        var seen = new ArrayList<>(databases.with("scratch-table", database, connection -> {
            try {
                return List.of(new RoundTrip(connection, database, name, new ArrayList<>()).made());
            } finally {
                removed(connection, name);
                removed(connection, name + "_renamed");
            }
        }));
        seen.addAll(
                databases.with("leftovers", database, connection -> List.of(leftovers(connection, database, name))));
        return seen;
    }

    /// Seen from another connection, which knows nothing of what the first has done.
    private static Observation leftovers(Connection connection, String database, String name) throws SQLException {
        boolean left = Databases.has(connection, name) || Databases.has(connection, name + "_renamed");
        return left
                ? Observation.fail("leftovers", database, AssuranceLevel.EXISTS, name + " could not be removed")
                        .found(Findings.defect(
                                "leftover", database, name + " is still there and must be dropped by hand"))
                : Observation.pass(
                        "leftovers", database, AssuranceLevel.EXISTS, "nothing is left of the scratch table");
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
            boolean all = created(old)
                    && step("rename", () -> {
                        Databases.execute(connection, "ALTER TABLE " + old + " RENAME TO " + other);
                        return !Databases.has(connection, name) && Databases.has(connection, renamed);
                    })
                    && step(
                            "read",
                            () -> List.of("1").equals(Databases.column(connection, "SELECT COUNT(*) FROM " + other)))
                    && step("drop", () -> {
                        Databases.execute(connection, "DROP TABLE " + other);
                        return !Databases.has(connection, renamed);
                    });
            var verbs = worked.stream().filter(verb -> !verb.contains(" ")).collect(Collectors.joining(", "));
            return (all ? passed(verbs) : failed()).with("verbs", verbs);
        }

        private boolean created(String old) {
            return step("create", () -> {
                Databases.execute(connection, "CREATE TABLE " + old + " (id INTEGER)");
                Databases.execute(connection, "INSERT INTO " + old + " VALUES (1)");
                return Databases.has(connection, name);
            });
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
