package muster.clouds.bigquery;

import com.google.cloud.bigquery.Field;
import com.google.cloud.bigquery.Schema;
import com.google.cloud.bigquery.StandardSQLTypeName;
import com.google.cloud.bigquery.StandardTableDefinition;
import com.google.cloud.bigquery.TableId;
import com.google.cloud.bigquery.TableInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.clouds.calls.ScratchName;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.Probe;
import muster.yaml.ServiceSpec.Writing;
import org.jspecify.annotations.Nullable;

/// Whether tables can be created, renamed and dropped, tried on one of our own. It is removed in every case; should
/// Muster be killed, BigQuery lets it expire, and the next probe sweeps.
record ScratchTable(Dataset dataset, Queries queries, Writing writing) {
    private static final String KIND = "scratch-table";
    private static final String RENAMED = "_renamed";

    /// What is removed by BigQuery itself if nobody else does.
    private static final Duration EXPIRES = Duration.ofHours(1);

    List<Observation> of(Probe.ScratchTable probe, Instant now) throws InterruptedException {
        if (writing == Writing.REFUSED) {
            return List.of(Observation.notRun(
                    KIND, probe.target(), "the operator has not allowed writing to '" + probe.database() + "'"));
        }
        var name = ScratchName.at(now);
        var trip = new Trip(name);
        try {
            trip.make(now);
        } finally {
            removed(name);
            removed(name + RENAMED);
        }
        return List.of(trip.judged(probe), leftovers(probe, name).with("swept", swept(now)));
    }

    private void removed(String name) throws InterruptedException {
        try {
            dropped(dataset.id(name));
        } catch (Unanswered _) {
            // Whether it is still there is looked at afterwards; there is nothing left to try.
        }
    }

    private void dropped(TableId id) throws Unanswered, InterruptedException {
        dataset.retries().of(() -> BigQueryFailures.of(() -> dataset.client().delete(id)));
    }

    private Observation leftovers(Probe.ScratchTable probe, String name) throws InterruptedException {
        try {
            boolean left = has(name) || has(name + RENAMED);
            return left
                    ? Observation.fail("leftovers", probe.target(), AssuranceLevel.EXISTS, name + " is still there")
                            .found(Findings.defect("leftover", probe.target(), name + " must be dropped by hand"))
                    : Observation.pass(
                            "leftovers",
                            probe.target(),
                            AssuranceLevel.CLAIMED,
                            "nothing is left of the scratch table");
        } catch (Unanswered e) {
            return Observation.inconclusive("leftovers", probe.target(), e.message());
        }
    }

    private boolean has(String name) throws Unanswered, InterruptedException {
        return dataset.table(dataset.id(name)) != null;
    }

    private String swept(Instant now) throws InterruptedException {
        var swept = new ArrayList<String>();
        try {
            for (var name : dataset.all()) {
                var own = name.endsWith(RENAMED) ? name.substring(0, name.length() - RENAMED.length()) : name;
                if (ScratchName.isAbandoned(own, Instant.EPOCH, now)) {
                    dropped(dataset.id(name));
                    swept.add(name);
                }
            }
        } catch (Unanswered e) {
            swept.add("stopped: " + e.message());
        }
        return String.join(", ", swept);
    }

    @FunctionalInterface
    private interface Step {
        boolean holds() throws Unanswered, InterruptedException;
    }

    /// After a verb that fails none is tried.
    private final class Trip {
        private final String name;
        private final List<String> tried = new ArrayList<>();
        private final List<String> worked = new ArrayList<>();
        private @Nullable Unanswered failure;

        Trip(String name) {
            this.name = name;
        }

        void make(Instant now) throws InterruptedException {
            step("create", () -> {
                create(now);
                return has(name);
            });
            step("rename", () -> {
                queries.run("ALTER TABLE " + Dataset.quoted(dataset.id(name)) + " RENAME TO "
                        + Dataset.quoted(name + RENAMED));
                return true;
            });
            step("verify", () -> dataset.retries().eventually(() -> !has(name) && has(name + RENAMED)));
            step("drop", () -> {
                dropped(dataset.id(name + RENAMED));
                return !has(name + RENAMED);
            });
        }

        private void create(Instant now) throws Unanswered, InterruptedException {
            var schema = Schema.of(Field.of("id", StandardSQLTypeName.INT64));
            var table = TableInfo.newBuilder(dataset.id(name), StandardTableDefinition.of(schema))
                    .setExpirationTime(now.plus(EXPIRES).toEpochMilli())
                    .build();
            dataset.retries()
                    .of(() -> BigQueryFailures.of(() -> dataset.client().create(table)));
        }

        private void step(String verb, Step step) throws InterruptedException {
            if (failure != null) {
                return;
            }
            tried.add(verb);
            try {
                if (step.holds()) {
                    worked.add(verb);
                } else {
                    failure = Unanswered.because(Why.REFUSED, "it was accepted and had no effect");
                }
            } catch (Unanswered e) {
                failure = e;
            }
        }

        Observation judged(Probe.ScratchTable probe) {
            return seen(probe)
                    .with("verbs", String.join(", ", worked))
                    .with("verbs-failed", failure == null ? "" : tried.getLast());
        }

        private Observation seen(Probe.ScratchTable probe) {
            if (failure == null) {
                return Observation.pass(
                        KIND, probe.target(), AssuranceLevel.SCRATCH_ROUND_TRIP, String.join(", ", worked) + " worked");
            }
            var message = tried.getLast() + " failed: " + failure.message();
            return failure.isPassing()
                    ? Observation.error(KIND, probe.target(), message)
                    : Observation.fail(KIND, probe.target(), AssuranceLevel.CLAIMED, message)
                            .found(Findings.defect("cannot-" + tried.getLast(), probe.target(), message));
        }
    }
}
