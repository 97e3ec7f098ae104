package muster.desk;

import java.io.IOException;

/// Where runs are asked and told: in a workspace of this machine, or at a server.
public interface Desk {
    /// Asks, and waits for the answer.
    ///
    /// @throws IOException if what is needed cannot be reached
    Shown ask(Call call, Form form) throws IOException, InterruptedException;
}
