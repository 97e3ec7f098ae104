package muster.packs.training.files;

import java.nio.file.Path;

/// A file that was made.
///
/// @param from what it was made from, as one text; the same text gives the same file
/// @param rows how many it has
public record Made(Path file, String from, long rows, Checksum checksum) {

    static final String HEADER = "file,rows,bytes,crc32c,from";

    String line() {
        return "%s,%d,%d,%s,%s"
                .formatted(
                        quoted(file.getFileName().toString()), rows, checksum.bytes(), checksum.crc32c(), quoted(from));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
