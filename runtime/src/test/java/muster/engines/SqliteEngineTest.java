package muster.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import muster.storage.SqliteJournal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/// In memory where the machine has such a folder: what a disk does to a journal is looked at elsewhere.
class SqliteEngineTest implements EngineContract {
    private static final Path MEMORY = Path.of("/dev/shm");

    @TempDir
    static Path directory;

    private final Path folder = folder();
    private final OpenJournals journals =
            new OpenJournals(manner -> SqliteJournal.open(folder.resolve(manner + ".db")));

    private static Path folder() {
        try {
            return Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "muster-test-") : directory;
        } catch (IOException e) {
            return directory;
        }
    }

    @AfterAll
    void delete() throws IOException {
        journals.close();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Override
    public Server server(Manner manner, HandClock clock) {
        return journals.server(manner, clock);
    }
}
