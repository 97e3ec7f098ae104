package muster.storage;

import java.util.Map;

/// What is known before a group of batches is appended.
///
/// @param versions of the runs that have events
/// @param said version of its run right after each command that was told before
record Known(Map<String, Long> versions, Map<Said, Long> said) {

    /// Names a command.
    record Said(String run, String command) {
        static Said of(Batch batch) {
            return new Said(batch.run().value(), batch.command());
        }
    }
}
