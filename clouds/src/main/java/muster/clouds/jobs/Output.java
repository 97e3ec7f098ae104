package muster.clouds.jobs;

/// What a run has left.
sealed interface Output {

    /// It has written this.
    record Left(String what) implements Output {}

    /// It has written nothing, or not what it must write.
    record Nothing(String why) implements Output {}

    /// The service does not tell.
    record Untold(String why) implements Output {}
}
