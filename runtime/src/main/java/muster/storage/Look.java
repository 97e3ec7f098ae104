package muster.storage;

/// How closely it is looked whether commands were told before.
enum Look {
    /// Nearly all are told for the first time. One that was told before may be overlooked if its batch fits the version
    /// of its run; the index over commands then refuses its first entry, and it has to be looked again.
    BRIEF,
    /// Each is looked up.
    CLOSE
}
