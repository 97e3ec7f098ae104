package muster.probes.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import muster.observation.Observation;
import muster.plan.HostProbe;
import org.jspecify.annotations.Nullable;

/// Whether what stands at a path is as described. Relative paths stay inside the root; absolute ones are allowed,
/// because this looks at the machine.
record FileStateProbe(Path root, Accounts accounts) {
    private static final LinkOption[] FOLLOW = {};
    private static final LinkOption[] STAY = {LinkOption.NOFOLLOW_LINKS};

    private record Here(Path path, FileStamp stamp, Duration limit) implements FileLook {
        @Override
        public FileContent read(FileContent.Part part) throws IOException {
            return FileContent.read(path, stamp, part, limit);
        }

        @Override
        public long entries() throws IOException {
            try (var all = Files.list(path)) {
                return all.count();
            }
        }

        @Override
        public @Nullable String linksTo() throws IOException {
            return stamp.isLink() ? Files.readSymbolicLink(path).toString() : null;
        }
    }

    Observation of(HostProbe.FileState wanted, Duration limit) throws InterruptedException {
        try {
            var path = inside(wanted.path());
            var stamp = FileStamp.of(path, FileComparison.isOfLink(wanted) ? STAY : FOLLOW);
            var seen = stamp == null
                    ? FileComparison.missing(wanted.path())
                    : new FileComparison(accounts).of(wanted, new Here(path, stamp, limit));
            return seen.from(List.of(FileStamp.input(path)));
        } catch (FileContent.Unread e) {
            return Observation.inconclusive(FileComparison.KIND, wanted.path(), String.valueOf(e.getMessage()));
        } catch (IOException | InvalidPathException e) {
            return unknown(wanted.path(), e);
        }
    }

    Observation absent(String path) {
        try {
            var there = FileStamp.of(inside(path), STAY);
            return there == null
                    ? FileComparison.absent(path).from(List.of(FileStamp.input(inside(path))))
                    : FileComparison.present(path, there);
        } catch (IOException | InvalidPathException e) {
            return unknown(path, e);
        }
    }

    /// Where permission is lacking nothing is known: that is not the same as not being there.
    private static Observation unknown(String path, Exception e) {
        var why = e instanceof InvalidPathException invalid
                ? invalid.getReason()
                : e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
        return Observation.error(FileComparison.KIND, path, "it cannot be looked at: " + why);
    }

    private Path inside(String path) throws IOException {
        var wanted = root.resolve(path).normalize();
        if (Path.of(path).isAbsolute()) {
            return wanted;
        }
        var folder = wanted.equals(root) ? wanted : wanted.getParent();
        if (!wanted.startsWith(root) || folder == null || leadsOut(folder) || leadsOut(wanted)) {
            throw new IOException("the path leads out of the workspace");
        }
        return wanted;
    }

    private boolean leadsOut(Path path) throws IOException {
        return Files.exists(path) && !path.toRealPath().startsWith(root);
    }
}
