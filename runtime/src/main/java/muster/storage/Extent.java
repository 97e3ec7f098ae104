package muster.storage;

/// Where a run lies in its journal.
///
/// @param began number of its first entry, which also stands for the run in the tables; 0 if it has none
/// @param version of its last entry; 0 if it has none
record Extent(long began, long version) {
    static final Extent NONE = new Extent(0, 0);

    /// With the events of one more command.
    ///
    /// @param last number of the last entry before them
    Extent after(long last, int events) {
        return new Extent(version == 0 ? last + 1 : began, version + events);
    }
}
