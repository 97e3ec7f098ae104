package muster.packs.training.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.csv.CsvLine;
import muster.packs.warehouse.csv.CsvText;
import muster.plan.Parsed;
import org.jspecify.annotations.Nullable;

/// The files of a folder that are whole, one per line of its `manifest.csv`. A file is written beside its place, moved
/// there, and then entered; a line that was cut off by a kill counts for nothing, and the latest line of a file counts.
public final class Manifest {
    public static final String FILE = "manifest.csv";

    private static final int CELLS = 5;

    private final Path folder;
    private final Map<String, Made> made;

    /// Writes a file and says how many rows it has.
    @FunctionalInterface
    public interface Writing {
        long to(Path file) throws SQLException, IOException;
    }

    private Manifest(Path folder, Map<String, Made> made) {
        this.folder = folder;
        this.made = made;
    }

    /// The manifest of a folder, which is created if it is not there.
    public static Manifest of(Path folder) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            Files.writeString(file, Made.HEADER + "\n");
        }
        var text = Files.readString(file);
        var whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (whole.length() < text.length()) {
            Files.writeString(file, whole);
        }
        return new Manifest(folder, read(folder, whole));
    }

    /// What is said of the files of a folder that others keep; nothing if it has no manifest.
    public static Manifest read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        return new Manifest(folder, Files.exists(file) ? read(folder, Files.readString(file)) : new LinkedHashMap<>());
    }

    private static Map<String, Made> read(Path folder, String text) throws IOException {
        var lines = switch (CsvText.read(FILE, text)) {
            case Parsed.Ok<List<CsvLine>>(var read) -> read;
            case Parsed.Failed<List<CsvLine>>(var problems) -> throw new IOException(problems.toString());
        };
        var made = new LinkedHashMap<String, Made>();
        for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            var cells = line.cells();
            if (cells.size() == CELLS
                    && cells.get(1).matches("\\d+")
                    && cells.get(2).matches("\\d+")) {
                var checksum = new Checksum(Long.parseLong(cells.get(2)), cells.get(3));
                made.put(
                        cells.get(0),
                        new Made(folder.resolve(cells.get(0)), cells.get(4), Long.parseLong(cells.get(1)), checksum));
            }
        }
        return made;
    }

    /// What is said of a file; null if nothing is.
    public synchronized @Nullable Made entry(String name) {
        return made.get(name);
    }

    public Path folder() {
        return folder;
    }

    /// The files of which something is said.
    public synchronized List<String> names() {
        return List.copyOf(made.keySet());
    }

    /// A file that was made from the same and is still as it was made; null if it has to be made.
    public @Nullable Made whole(String name, String from) throws IOException {
        var entry = entry(name);
        return entry != null
                        && entry.from().equals(from)
                        && Files.exists(entry.file())
                        && Checksum.of(entry.file()).equals(entry.checksum())
                ? entry
                : null;
    }

    /// Makes a file and enters it.
    public Made make(String name, String from, Writing writing) throws SQLException, IOException {
        var partial = folder.resolve(name + ".partial");
        long rows = writing.to(partial);
        var entry = new Made(folder.resolve(name), from, rows, Checksum.of(partial));
        Files.move(partial, entry.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        enter(name, entry);
        return entry;
    }

    private synchronized void enter(String name, Made entry) throws IOException {
        Files.writeString(folder.resolve(FILE), entry.line() + "\n", StandardOpenOption.APPEND);
        made.put(name, entry);
    }
}
