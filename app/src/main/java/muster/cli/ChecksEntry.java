package muster.cli;

/// Entry point of `audit --checks`, as small as it can be: a thousand checks take less time than to load and describe
/// the whole command line. Arguments that it does not understand go to [Muster].
public final class ChecksEntry {
    private ChecksEntry() {}

    /// Runs the list and ends the process with its exit code.
    ///
    /// By halting it: nothing is left to do by then, and an exit looks through every library for a logger first.
    public static void main(String[] args) {
        var asked = ChecksCommand.asked(args);
        if (asked == null) {
            Muster.main(args);
            return;
        }
        Runtime.getRuntime().halt(ended(asked).code());
    }

    private static Exit ended(muster.wiring.ChecksAudit.Asked asked) {
        try {
            return new ChecksCommand(System.out, System.err).run(asked);
        } catch (Exception problem) {
            return Muster.explain(problem, Console.ofProcess());
        }
    }
}
