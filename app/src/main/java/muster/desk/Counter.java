package muster.desk;

import java.io.IOException;

/// What stands behind a desk: it answers calls. May be called from any thread.
@FunctionalInterface
public interface Counter {
    /// The answer.
    ///
    /// @throws IOException if a file that is needed cannot be read
    Reply answer(Call call) throws IOException, InterruptedException;
}
