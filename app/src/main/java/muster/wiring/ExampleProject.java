package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// An example's files, to be laid into a workspace.
///
/// @param folder with `project/`, `history.tsv` and the rest
record ExampleProject(Path folder) {

    /// Copies the project and gives its files a past. May be begun again after it was cut off.
    void layOut(Path workspace) throws IOException, InterruptedException {
        Workspace.delete(workspace.resolve(".git"));
        copy(folder.resolve("project"), workspace);
        new GitHistory(workspace, "Build Agent").replay(folder.resolve("history.tsv"));
        Files.writeString(
                workspace.resolve(".git/info/exclude"),
                String.join("\n", List.of("/.muster/", "/warehouse.duckdb*", "/muster.yaml", "/remediation.yaml", "")));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (var source : walk.toList()) {
                var target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
