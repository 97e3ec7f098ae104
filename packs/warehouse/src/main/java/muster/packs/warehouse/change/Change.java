package muster.packs.warehouse.change;

/// One change of the warehouse with what is needed to check it and to undo it.
///
/// @param from the name before; empty for a created table
/// @param rows rows at the time of the change
/// @param columns digest of the column list at that time
/// @param seq order within the key; 0 before it is written down
public record Change(Kind kind, String from, String to, long rows, String columns, long seq) {
    /// What was done.
    public enum Kind {
        /// A table bears another name.
        RENAMED,
        /// A table was put aside under a name of the pack.
        KEPT,
        /// A table was created.
        CREATED
    }
}
