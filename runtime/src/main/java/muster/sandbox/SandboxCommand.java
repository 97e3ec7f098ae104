package muster.sandbox;

import java.nio.file.Path;
import java.util.List;

/// An untrusted command to run in a copy of a project.
///
/// @param argv the program and its arguments, relative to the project's root, which is the working directory
/// @param project the folder that is copied; itself never changed
/// @param readOnly folders outside `/usr` that the program needs to read, such as an interpreter's prefix
public record SandboxCommand(List<String> argv, Path project, List<Path> readOnly, Limits limits) {
    public SandboxCommand {
        argv = List.copyOf(argv);
        readOnly = List.copyOf(readOnly);
    }

    /// A command that needs nothing but `/usr` and the project, within brief limits.
    public static SandboxCommand of(List<String> argv, Path project) {
        return new SandboxCommand(argv, project, List.of(), Limits.BRIEF);
    }
}
