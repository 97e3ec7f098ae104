package muster.probes.data;

import java.util.Set;

/// What became of the words by which an operator named a database.
public sealed interface Connected {
    /// It can be opened; whether it answers is found out by the probes.
    ///
    /// @param secrets what is handed to the driver and must be redacted
    record Ready(DatabaseOpener opener, Set<String> secrets) implements Connected {
        public Ready {
            secrets = Set.copyOf(secrets);
        }
    }

    /// The words cannot be used.
    ///
    /// @param problem one line, without the words themselves where they hold a password, and perhaps a second line
    /// that begins with "Maybe"
    record Refused(String problem) implements Connected {}
}
