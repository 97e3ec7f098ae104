package muster.wiring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A demo's own folder: one demo at a time works in it, and only a folder that a demo made is ever emptied.
final class DemoFolder implements AutoCloseable {

    private static final String MARKER = "demo";
    private static final String LOCK = "lock";
    static final String FINISHED = "finished";

    private final FileChannel lock;

    private DemoFolder(FileChannel lock) {
        this.lock = lock;
    }

    /// Takes the folder: makes it, goes on in it, or empties it if an earlier demo has finished there.
    ///
    /// @throws FolderTaken if it is somebody else's, or a demo is at work in it
    static DemoFolder take(Workspace workspace) throws IOException {
        var ours = workspace.own().resolve(MARKER);
        if (Files.exists(workspace.root()) && !isEmpty(workspace.root()) && !Files.exists(ours)) {
            throw new FolderTaken(workspace.root() + " is not empty and was not made by a demo");
        }
        WholeFile.write(ours, "This folder was made by muster demo, which may empty it.\n");
        var lock = lock(workspace);
        if (stages(workspace).finished(FINISHED)) {
            empty(workspace.root(), Set.of(workspace.own().getFileName().toString()));
            empty(workspace.own(), Set.of(MARKER, LOCK));
        }
        return new DemoFolder(lock);
    }

    static Stages stages(Workspace workspace) {
        return new Stages(workspace.own().resolve("stages"));
    }

    private static FileChannel lock(Workspace workspace) throws IOException {
        var file = workspace.own().resolve(LOCK);
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
        }
        channel.close();
        throw new FolderTaken("another demo is at work in " + workspace.root());
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void empty(Path folder, Set<String> keep) throws IOException {
        try (var entries = Files.list(folder)) {
            for (var entry : entries.toList()) {
                if (!keep.contains(entry.getFileName().toString())) {
                    Workspace.delete(entry);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
