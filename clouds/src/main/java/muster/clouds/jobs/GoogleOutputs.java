package muster.clouds.jobs;

import java.time.Instant;
import muster.clouds.calls.Asked;
import muster.clouds.calls.Rest;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;

/// Objects and tables that a run must have written: there, not empty, and written since the run began.
///
/// @param project whose tables are meant
public record GoogleOutputs(Rest storage, Rest bigquery, String project) {
    private static final String OBJECT = "gs://";
    private static final String TABLE = "table:";

    Output of(String wanted, Instant begun) throws Unanswered, InterruptedException {
        try {
            if (wanted.startsWith(OBJECT)) {
                return object(wanted, begun);
            }
            return wanted.startsWith(TABLE)
                    ? table(wanted.substring(TABLE.length()), begun)
                    : new Output.Untold("output must be gs://bucket/object or table:data-set.table, got " + wanted);
        } catch (Unanswered e) {
            if (e.why() != Why.ABSENT) {
                throw e;
            }
            return new Output.Nothing(wanted + " does not exist");
        }
    }

    private Output object(String wanted, Instant begun) throws Unanswered, InterruptedException {
        var parts = wanted.substring(OBJECT.length()).split("/", 2);
        if (parts.length < 2) {
            return new Output.Untold("output must be gs://bucket/object, got " + wanted);
        }
        var found =
                storage.json(Asked.get("/storage/v1/b/" + Asked.encoded(parts[0]) + "/o/" + Asked.encoded(parts[1])));
        var size = new OutputSize(found.path("size").asLong(0), "bytes");
        return judged(wanted, size, Moments.required(found, "updated"), begun);
    }

    private Output table(String wanted, Instant begun) throws Unanswered, InterruptedException {
        var parts = wanted.split("\\.", 2);
        if (parts.length < 2) {
            return new Output.Untold("output must be table:data-set.table, got " + wanted);
        }
        var found = bigquery.json(Asked.get("/bigquery/v2/projects/" + Asked.encoded(project) + "/datasets/"
                + Asked.encoded(parts[0]) + "/tables/" + Asked.encoded(parts[1])));
        var modified = Instant.ofEpochMilli(found.path("lastModifiedTime").asLong(0));
        return judged(wanted, new OutputSize(found.path("numRows").asLong(0), "rows"), modified, begun);
    }

    private static Output judged(String what, OutputSize size, Instant written, Instant begun) {
        if (size.count() == 0) {
            return new Output.Nothing(what + " is empty");
        }
        return written.isBefore(begun)
                ? new Output.Nothing(what + " was last written at " + written + ", before the run began")
                : new Output.Left(what + ", " + size.count() + " " + size.unit());
    }
}
