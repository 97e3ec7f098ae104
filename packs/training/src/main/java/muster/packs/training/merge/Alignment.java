package muster.packs.training.merge;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import muster.packs.training.files.Manifest;
import muster.packs.warehouse.sql.Session;

/// Aligns one file after the other; lanes share it.
///
/// @param parts what is there already
record Alignment(MergeJob job, Manifest parts, Depth depth) {

    /// How far it goes.
    enum Depth {
        /// Only whether files could be merged.
        CHECK,
        WRITE
    }

    Aligned of(Session lane, Source source) throws SQLException, IOException {
        var keys = KeyFacts.of(lane, source, job.spine());
        var reasons = new ArrayList<>(job.damage(source));
        reasons.addAll(job.rules().against(keys));
        var made = reasons.isEmpty() && depth == Depth.WRITE && isMade(lane, source, keys);
        return new Aligned(source, keys, reasons, made ? Aligned.Part.WRITTEN : Aligned.Part.NOT_WRITTEN);
    }

    private boolean isMade(Session lane, Source source, KeyFacts keys) throws SQLException, IOException {
        var name = source.name();
        var from = job.from(source);
        if (parts.whole(name, from) != null) {
            return false;
        }
        parts.make(name, from, file -> new Part(source, job.spine(), keys).write(lane, file));
        return true;
    }
}
