package muster.packs.training.merge;

import muster.packs.training.parquet.Footer;

/// What a merge did, over all files.
///
/// @param written parts written by this call
/// @param missing keys of the spine that a file had not, added up
/// @param dropped keys of files that the spine has not, added up
record Totals(long written, long missing, long dropped) {
    static final String MISSING = "muster.missing";
    static final String DROPPED = "muster.dropped";

    /// As an earlier call noted it in its result.
    static Totals of(Footer result) {
        return new Totals(0, Long.parseLong(result.note(MISSING)), Long.parseLong(result.note(DROPPED)));
    }
}
