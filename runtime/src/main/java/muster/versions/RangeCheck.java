package muster.versions;

/// Whether a version lies inside a range.
///
/// @param why in one line; names the clause that is not met, or what cannot be read
public record RangeCheck(Standing standing, String why) {

    /// Where a version stands.
    public enum Standing {
        INSIDE,
        OUTSIDE,
        /// The version is none of this scheme.
        NO_VERSION,
        /// The range is none of this scheme.
        NO_RANGE
    }

    /// True if it was read and lies inside.
    public boolean isInside() {
        return standing == Standing.INSIDE;
    }
}
