package muster.markdown;

import muster.plan.Plan;

/// What was read from a document: the plan, and what a plan has no place for.
///
/// @param boxes how many tasks have a box to tick
public record Imported(Plan plan, int boxes) {

    /// The figures of the import.
    public ImportCounts counts() {
        return ImportCounts.of(this);
    }
}
