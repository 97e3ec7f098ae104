package muster.sandbox;

import java.nio.file.Path;
import java.util.List;

/// An untrusted command to run in a copy of a project.
///
/// @param argv the program and its arguments, relative to the project's root, which is the working directory
/// @param project the folder that is copied; itself never changed
/// @param readOnly folders outside `/usr` that the program needs to read, such as an interpreter's prefix
/// @param bring files and folders of the copy whose content is handed out if the command ends with 0
public record SandboxCommand(List<String> argv, Path project, List<Path> readOnly, Limits limits, List<String> bring) {
    /// Bytes that are handed out at most, all files together: what a report or a small table takes.
    public static final int MOST_BROUGHT = 8 << 20;

    public SandboxCommand {
        argv = List.copyOf(argv);
        readOnly = List.copyOf(readOnly);
        bring = List.copyOf(bring);
    }

    /// A command of which nothing is handed out.
    public SandboxCommand(List<String> argv, Path project, List<Path> readOnly, Limits limits) {
        this(argv, project, readOnly, limits, List.of());
    }

    /// A command that needs nothing but `/usr` and the project, within brief limits.
    public static SandboxCommand of(List<String> argv, Path project) {
        return new SandboxCommand(argv, project, List.of(), Limits.BRIEF);
    }
}
