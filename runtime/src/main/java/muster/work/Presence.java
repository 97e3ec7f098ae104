package muster.work;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// That a worker is alive: a locked file with its name. The system lets go of the lock however the process ends,
/// so a file that can be locked belonged to a worker that is dead.
///
/// @param name unlike that of any other worker
record Presence(String name, Path file, FileChannel channel) implements AutoCloseable {
    private static final String END = ".worker";

    /// Those of this process. Their files are not looked at: a system lets go of all locks of a process on a file
    /// when the process closes it.
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    /// Locked before it gets its name: nobody sees it unlocked while its worker lives.
    static Presence in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var name = UUID.randomUUID().toString();
        var draft = folder.resolve(name + ".new");
        var channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        HERE.add(folder.resolve(name + END));
        var file = Files.move(draft, folder.resolve(name + END), StandardCopyOption.ATOMIC_MOVE);
        return new Presence(name, file, channel);
    }

    /// Names of workers of this machine that ended without a word.
    List<String> dead() throws IOException {
        var dead = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(file.resolveSibling(""), "*" + END)) {
            for (var each : files) {
                if (!HERE.contains(each) && unlocked(each)) {
                    var own = String.valueOf(each.getFileName());
                    dead.add(own.substring(0, own.length() - END.length()));
                }
            }
        }
        return dead;
    }

    /// Forgets a worker that holds nothing any more.
    void forget(String other) throws IOException {
        Files.deleteIfExists(file.resolveSibling(other + END));
    }

    private static boolean unlocked(Path other) throws IOException {
        try (var opened = FileChannel.open(other, StandardOpenOption.WRITE);
                var lock = opened.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        HERE.remove(file);
        channel.close();
    }
}
