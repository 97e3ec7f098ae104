package muster.desk;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What stands behind a desk: it answers calls. May be called from any thread.
public interface Counter {
    /// The answer.
    ///
    /// @throws IOException if a file that is needed cannot be read
    Reply answer(Call call) throws IOException, InterruptedException;

    /// Gives the lines of an answer that has lines.
    ///
    /// @return the refusal; null if there was none
    Reply.@Nullable Refused lines(Call call, Form form, Consumer<String> line);

    /// Gives what happens in a run after the version `after`, and goes on until somebody interrupts it or the follower
    /// fails.
    ///
    /// @return the refusal; null if there was none
    /// @throws IOException if the follower fails
    Reply.@Nullable Refused follow(Call call, Follower follower) throws IOException, InterruptedException;

    /// Whom events are given as they happen.
    interface Follower {
        /// There is such a run.
        void begins() throws IOException;

        /// Something happened.
        void happened(Happened happened) throws IOException;

        /// That was all until now.
        void caughtUp() throws IOException;

        /// Nothing happened for a while.
        void quiet() throws IOException;
    }

    /// What happened.
    ///
    /// @param version counts the events of the run from 1
    /// @param entry `version`, `at`, `command` and `event`
    record Happened(long version, ObjectNode entry) {}
}
