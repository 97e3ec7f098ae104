package muster.cli;

import java.util.function.Supplier;
import muster.run.RunId;
import muster.storage.Journal;
import org.jspecify.annotations.Nullable;

/// Finds the run that a command is about.
final class RunChoice {
    private RunChoice() {}

    /// What is done with the run.
    @FunctionalInterface
    interface Work<E extends Exception> {
        int with(Journal journal, RunId run) throws E;
    }

    /// Opens a journal and works on a run in it; gives the command's exit code.
    ///
    /// @param run null for the one that began last
    static <E extends Exception> int with(Console console, Supplier<Journal> opened, @Nullable RunId run, Work<E> work)
            throws E {
        try (var journal = opened.get()) {
            var runs = journal.runs();
            var chosen = run == null && !runs.isEmpty() ? runs.getLast() : run;
            if (chosen == null || !runs.contains(chosen)) {
                return console.refuse(Exit.NOT_FOUND, "no run " + chosen + " here; there are " + runs)
                        .code();
            }
            return work.with(journal, chosen);
        }
    }
}
