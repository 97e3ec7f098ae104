package muster.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import muster.json.Sha256;
import muster.observation.Ground;

/// Tells whether any file of a folder has changed, without reading one: by names, sizes and times.
public final class Fingerprint {
    private Fingerprint() {}

    /// The same text as long as nothing has changed.
    public static String of(Path root) {
        var lines = new Ground(root)
                .files(path -> !path.startsWith(".muster/")).stream()
                        .map(path -> line(root, path))
                        .sorted(Comparator.naturalOrder())
                        .toList();
        return Sha256.of(String.join("\n", lines));
    }

    private static String line(Path root, String path) {
        try {
            var seen = Files.readAttributes(root.resolve(path), BasicFileAttributes.class);
            return String.join(
                    "\t",
                    List.of(
                            path,
                            Long.toString(seen.size()),
                            seen.lastModifiedTime().toString()));
        } catch (IOException gone) {
            return path;
        }
    }
}
