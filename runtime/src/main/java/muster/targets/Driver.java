package muster.targets;

import java.io.IOException;
import java.time.Duration;

/// A way to a shell on a machine. To add one, start a program whose standard input and outputs are those of
/// a POSIX shell there: all else, such as quoting, limits and what is asked of the machine, is the same for
/// all.
public interface Driver extends AutoCloseable {

    /// How much of a shell's work ends with the process here.
    enum Hold {
        /// All of it.
        WHOLE,
        /// This end alone: what runs there must be ended there.
        THIS_END
    }

    /// Starts the program; it may still fail to reach the machine, which it then says on its error output.
    Process start() throws IOException;

    /// What the shell is told first.
    String prelude();

    /// How long it may take until the shell answers.
    Duration patience();

    /// See [Hold].
    Hold hold();

    /// Ends the process and what of it can be ended from here; does not wait.
    default void end(Process process) {
        process.destroyForcibly();
    }

    /// Ends what the shells share, which is nothing as a rule.
    @Override
    default void close() {}
}
