package muster.packs.training.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import muster.packs.training.files.Manifest;
import muster.packs.training.parquet.Footer;
import muster.packs.training.parquet.Stitch;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.Outputs;
import muster.packs.warehouse.call.SessionAction;
import muster.packs.warehouse.sql.Lanes;
import muster.packs.warehouse.sql.Session;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// `warehouse.merge`: merges files of one key into one wide file, by aligning each to the spine and stitching the
/// parts. The session is an engine in memory. Parts that are whole and were made from the same are used again,
/// and a result that was made from the same is left as it is.
///
/// @param folder files lie below it
public record WideMerge(Path folder) implements SessionAction {
    private static final int LANES = 2;
    private static final int MOST_LANES = 16;

    @Override
    public ActionResult perform(Session session, ActionCall call)
            throws SQLException, IOException, InterruptedException {
        var arguments = Arguments.of(call);
        int lanes = arguments.number("parallel", LANES, MOST_LANES);
        var job = MergeJob.of(session, arguments, folder);
        var problems = new ArrayList<>(job.lost());
        problems.addAll(Side.problems(job.spine(), job.sources()));
        if (!problems.isEmpty()) {
            return new ActionResult.Failed(String.join("\n", problems));
        }
        if (isMade(job)) {
            return figures(job, Totals.of(Footer.read(job.out())));
        }
        var tally = new Tally(call, job.sources().size());
        var depth = session.isRehearsal() ? Alignment.Depth.CHECK : Alignment.Depth.WRITE;
        var parts = parts(job, depth);
        var alignment = new Alignment(job, parts, depth);
        Lanes.share(
                lanes,
                () -> Lane.open(job.spine()),
                job.sources(),
                (lane, source) -> tally.count(alignment.of(lane, source)));
        if (!tally.problems().isEmpty()) {
            return new ActionResult.Failed(String.join("\n", tally.problems()));
        }
        if (depth == Alignment.Depth.WRITE) {
            stitch(job, tally.totals());
            Result.discard(parts, job.sources());
        }
        return figures(job, tally.totals());
    }

    private static Manifest parts(MergeJob job, Alignment.Depth depth) throws IOException {
        return switch (depth) {
            case CHECK -> Manifest.read(job.partsFolder());
            case WRITE -> Manifest.of(job.partsFolder());
        };
    }

    private static boolean isMade(MergeJob job) throws IOException {
        return Files.exists(job.out())
                && Footer.read(job.out()).note(Result.FROM).equals(job.from());
    }

    private static void stitch(MergeJob job, Totals totals) throws IOException {
        var notes = Map.of(
                Result.FROM,
                job.from(),
                Totals.MISSING,
                Long.toString(totals.missing()),
                Totals.DROPPED,
                Long.toString(totals.dropped()));
        Stitch.write(job.sources().stream().map(job::part).toList(), job.out(), notes);
        var made = Footer.read(job.out());
        if (made.rows() != job.spine().rows() || made.columns().size() != job.columns()) {
            throw new IOException("%s has %d rows and %d columns, but should have %d and %d"
                    .formatted(
                            job.out(),
                            made.rows(),
                            made.columns().size(),
                            job.spine().rows(),
                            job.columns()));
        }
    }

    private static ActionResult figures(MergeJob job, Totals totals) {
        return new Outputs()
                .put("files", job.sources().size())
                .put("columns", job.columns())
                .put("rows", job.spine().rows())
                .put("parts.written", totals.written())
                .put("missing", totals.missing())
                .put("dropped", totals.dropped())
                .succeeded();
    }
}
