package muster.packs.training.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.packs.training.files.Manifest;
import muster.packs.training.parquet.Footer;
import muster.packs.warehouse.call.WrongArgument;

/// The place of a result: only what a merge has put there is replaced or removed.
final class Result {
    /// The note in the footer of a result that says what it was made from.
    static final String FROM = "muster.from";

    private Result() {}

    /// Refuses a place where something stands that no merge has made, or the spine.
    static void free(Path out, Path spine) throws IOException {
        if (Files.exists(out) && (Files.isSameFile(out, spine) || !isMerged(out))) {
            throw new WrongArgument(
                    "out: %s is there and was not made by a merge; it would be lost\nMaybe name another file"
                            .formatted(out));
        }
    }

    private static boolean isMerged(Path out) {
        try {
            return !Footer.read(out).note(FROM).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /// Removes the parts once the result is in place, and their folder, unless others keep something there.
    static void discard(Manifest parts, List<Source> sources) throws IOException {
        var names = new ArrayList<>(parts.names());
        sources.forEach(source -> names.add(source.name()));
        for (var name : names) {
            Files.deleteIfExists(parts.folder().resolve(name));
            Files.deleteIfExists(parts.folder().resolve(name + ".partial"));
            Files.deleteIfExists(parts.folder().resolve("tmp_" + name + ".partial"));
        }
        Files.deleteIfExists(parts.folder().resolve(Manifest.FILE));
        try (var left = Files.list(parts.folder())) {
            if (left.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(parts.folder());
    }
}
