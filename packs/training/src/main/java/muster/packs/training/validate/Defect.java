package muster.packs.training.validate;

/// Something that is wrong with a training file.
///
/// @param kind by which defects are counted
/// @param column empty if it is of the whole file
public record Defect(Kind kind, String column, String what) {

    /// Kinds of defects.
    public enum Kind {
        /// A column of the contract is missing, one is not in it, or one has another type.
        COLUMNS,
        /// A target is missing, or it is not NULL exactly where the future ends.
        TARGETS,
        NULLS,
        DUPLICATES,
        /// Keys do not ascend.
        ORDER,
        DATES,
        /// A feature knows what comes later.
        LEAKAGE;

        /// As outputs have it.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return "%s%s: %s".formatted(kind.word(), column.isEmpty() ? "" : " " + column, what);
    }
}
