package muster.desk;

import java.io.IOException;
import java.util.function.Consumer;

/// Where runs are asked and told: in a workspace of this machine, or at a server.
public interface Desk {
    /// Asks, and waits for the answer.
    ///
    /// @throws IOException if what is needed cannot be reached
    Shown ask(Call call, Form form) throws IOException, InterruptedException;

    /// Asks what is answered line by line; each line is given as it comes.
    ///
    /// @return what is to be shown after the lines
    /// @throws IOException if what is needed cannot be reached
    Shown lines(Call call, Form form, Consumer<String> line) throws IOException, InterruptedException;
}
