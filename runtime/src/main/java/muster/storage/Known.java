package muster.storage;

import java.util.Map;

/// What is known before a group of batches is appended, in maps that the group goes on with.
///
/// @param runs where they lie; those that have no entries may be missing
/// @param said version of its run right after each command that was told before
record Known(Map<String, Extent> runs, Map<Said, Long> said) {

    /// Names a command.
    record Said(String run, String command) {
        static Said of(Batch batch) {
            return new Said(batch.run().value(), batch.command());
        }
    }
}
