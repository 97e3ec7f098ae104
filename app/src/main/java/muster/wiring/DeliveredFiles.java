package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.json.Sha256;
import muster.run.Step;

/// What is there of the files that a step must deliver.
record DeliveredFiles(Path root) {

    /// SHA-256 of each deliverable that is there, in hex; empty text for one that is empty. Of a folder, that of the
    /// names and digests of its files.
    SortedMap<String, String> of(Step step) throws IOException {
        var found = new TreeMap<String, String>();
        for (var path : step.terms().deliverables()) {
            var file = WorkspaceFile.of(root, path);
            if (file != null) {
                found.put(path, Files.isDirectory(file) ? ofFolder(file) : ofFile(file));
            }
        }
        return found;
    }

    private static String ofFile(Path file) throws IOException {
        return Files.size(file) == 0 ? "" : Sha256.of(file);
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String ofFolder(Path folder) throws IOException {
        var lines = new StringBuilder();
        try (var walk = Files.walk(folder)) {
            for (var file : walk.filter(DeliveredFiles::isFile).sorted().toList()) {
                lines.append(folder.relativize(file))
                        .append(' ')
                        .append(ofFile(file))
                        .append('\n');
            }
        }
        return lines.isEmpty() ? "" : Sha256.of(lines.toString());
    }
}
