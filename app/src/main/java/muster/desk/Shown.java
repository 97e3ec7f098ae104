package muster.desk;

import java.util.List;

/// An answer as a terminal shows it.
///
/// @param exit exit code of the command
/// @param out lines of standard output
/// @param err lines of standard error
public record Shown(int exit, List<String> out, List<String> err) {
    public Shown {
        out = List.copyOf(out);
        err = List.copyOf(err);
    }
}
