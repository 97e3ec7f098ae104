package muster.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import muster.run.RunId;
import org.jspecify.annotations.Nullable;

/// Snapshots of runs as files. They are a cache beside the journal: whoever deletes them loses time only, one that is
/// damaged or of another version of Muster is passed over, and where none can be written the run goes on without.
public final class SnapshotFolder {
    /// Snapshots kept of one run. Older ones are thinned out, so that a look far back starts near as well.
    private static final int KEPT = 8;

    private static final String ENDING = ".snapshot";

    private final Path folder;

    /// A folder that need not be there yet.
    public SnapshotFolder(Path folder) {
        this.folder = folder;
    }

    /// Keeps it; false if it could not be written.
    public boolean keep(Snapshot snapshot) {
        var run = snapshot.state().plan().id();
        try {
            Files.createDirectories(of(run));
            var part = Files.createTempFile(of(run), "part", ".tmp");
            try {
                write(snapshot, part);
                Files.move(part, file(run, snapshot.state().version()), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            thinOut(run);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// The newest of the run in which nothing is later than an instant; null if there is none.
    public @Nullable Snapshot newest(RunId run, Instant until) {
        return newest(run, until, _ -> true);
    }

    /// The newest such that passes a test.
    @Nullable
    Snapshot newest(RunId run, Instant until, Predicate<Snapshot> test) {
        for (var version : versions(run).reversed()) {
            var snapshot = read(run, version, until);
            if (snapshot != null && test.test(snapshot)) {
                return snapshot;
            }
        }
        return null;
    }

    /// The versions of which there are snapshots, in order.
    public List<Long> versions(RunId run) {
        if (!Files.isDirectory(of(run))) {
            return List.of();
        }
        try (var files = Files.list(of(run))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}\\" + ENDING))
                    .map(name -> Long.parseLong(name.substring(0, name.length() - ENDING.length())))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// True if another version of Muster has kept it, so that this one passes it over.
    boolean isForeign(RunId run, long version) {
        try (var in = Files.newInputStream(file(run, version))) {
            return SnapshotBytes.isOfAnotherVersion(in.readNBytes(SnapshotBytes.LONGEST_LINE));
        } catch (IOException _) {
            return false;
        }
    }

    /// The snapshot of a version; null if there is none that can be read, or if something in it is later.
    public @Nullable Snapshot read(RunId run, long version, Instant until) {
        try {
            var bytes = Files.readAllBytes(file(run, version));
            return SnapshotBytes.read(bytes, until);
        } catch (IOException | UnreadableEntry _) {
            return null;
        }
    }

    private static void write(Snapshot snapshot, Path part) throws IOException {
        try (var out = Files.newOutputStream(part)) {
            SnapshotBytes.write(snapshot, out);
        }
    }

    /// Of every two neighbours among the oldest, one goes.
    private void thinOut(RunId run) throws IOException {
        var versions = new ArrayList<>(versions(run));
        versions.sort(Comparator.naturalOrder());
        for (var place = 1; versions.size() > KEPT; place++) {
            var spared = place % (KEPT - 2);
            Files.deleteIfExists(file(run, versions.remove(spared)));
        }
    }

    private Path of(RunId run) {
        return folder.resolve(run.value());
    }

    private Path file(RunId run, long version) {
        return of(run).resolve(version + ENDING);
    }
}
