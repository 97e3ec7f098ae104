package muster.probes.host;

import java.time.Duration;
import java.util.List;
import muster.plan.Invocation;
import muster.sandbox.Launcher;
import muster.sandbox.SandboxResult;
import muster.targets.Shells;

/// Asks a machine by programs that only look.
///
/// @param limit of each program
record Inquiry(Shells shells, Duration limit) {
    /// How a shell says that there is no such program. Source: POSIX shell, 2.8.2.
    private static final int NO_PROGRAM = 127;

    /// @throws Unanswered if it could not be asked
    Answer of(String... words) {
        return of(new Invocation.Argv(List.of(words)), words[0]);
    }

    /// @param line a constant
    /// @throws Unanswered if it could not be asked
    Answer script(String line) {
        return of(new Invocation.Shell(line), "sh");
    }

    private Answer of(Invocation invocation, String program) {
        return switch (run(invocation)) {
            case SandboxResult.Finished finished -> {
                if (finished.exit() == NO_PROGRAM) {
                    throw new Unanswered("the machine has no program " + program, true);
                }
                if (finished.stdout().length() >= Launcher.OUTPUT_LIMIT) {
                    throw new Unanswered("the machine printed more than is read", false);
                }
                yield new Answer(finished.exit(), finished.stdout(), finished.stderr());
            }
            case SandboxResult.TimedOut late ->
                throw new Unanswered("the machine did not answer within " + late.told(), false);
            case SandboxResult.NotAvailable(String why) -> throw new Unanswered(why, false);
        };
    }

    private SandboxResult run(Invocation invocation) {
        try {
            return shells.run(invocation, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("interrupted", false);
        }
    }
}
