package muster.probes.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;

/// A scratch table goes through all verbs until one does not work.
final class RoundTrip {
    private record Verb(String name, RoundTripStep step) {}

    private final String database;
    private final List<Verb> verbs;
    private final List<String> worked = new ArrayList<>();

    RoundTrip(String database, ScratchTable table) {
        this.database = database;
        verbs = List.of(
                new Verb("create", table::create),
                new Verb("insert", table::insert),
                new Verb("rename", table::rename),
                new Verb("read", table::read),
                new Verb("drop", table::drop));
    }

    Observation made() {
        for (var verb : verbs) {
            var why = failure(verb);
            if (!why.isEmpty()) {
                return failed(verb, why);
            }
            worked.add(verb.name());
        }
        return attributed(
                Observation.pass(
                        "scratch-table",
                        database,
                        AssuranceLevel.SCRATCH_ROUND_TRIP,
                        String.join(", ", worked) + " worked"),
                "");
    }

    private static String failure(Verb verb) {
        try {
            return verb.step().works() ? "" : "it was accepted and had no effect";
        } catch (SQLException e) {
            return Databases.said(e);
        }
    }

    private Observation failed(Verb verb, String why) {
        var message = "no " + verb.name() + ": " + why;
        return attributed(
                Observation.fail("scratch-table", database, AssuranceLevel.CLAIMED, message)
                        .found(Findings.defect("cannot-" + verb.name(), database, message)),
                verb.name());
    }

    private Observation attributed(Observation seen, String failed) {
        var left = verbs.stream()
                .map(Verb::name)
                .filter(name -> !worked.contains(name) && !name.equals(failed))
                .toList();
        return seen.with("verbs", String.join(", ", worked))
                .with("verbs-failed", failed)
                .with("verbs-not-tried", String.join(", ", left));
    }
}
