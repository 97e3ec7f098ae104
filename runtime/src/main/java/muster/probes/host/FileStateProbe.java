package muster.probes.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import muster.matching.Value;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.HostProbe;
import muster.plan.HostProbe.FileType;
import org.jspecify.annotations.Nullable;

/// Whether what stands at a path is as described. Relative paths stay inside the root; absolute ones are allowed,
/// because this looks at the machine.
record FileStateProbe(Path root, Accounts accounts) {
    private static final String KIND = "file";
    private static final LinkOption[] FOLLOW = {};
    private static final LinkOption[] STAY = {LinkOption.NOFOLLOW_LINKS};

    Observation of(HostProbe.FileState wanted, Duration limit) throws InterruptedException {
        try {
            var path = inside(wanted.path());
            var asLink = wanted.type() == FileType.LINK || wanted.linksTo() != null;
            var stamp = FileStamp.of(path, asLink ? STAY : FOLLOW);
            return stamp == null ? missing(wanted.path(), path) : compared(wanted, path, stamp, limit);
        } catch (FileContent.Unread e) {
            return Observation.inconclusive(KIND, wanted.path(), String.valueOf(e.getMessage()));
        } catch (IOException | InvalidPathException e) {
            return unknown(wanted.path(), e);
        }
    }

    Observation absent(String path) {
        try {
            var there = FileStamp.of(inside(path), STAY);
            return there == null
                    ? Observation.pass(KIND, path, AssuranceLevel.EXISTS, "nothing is at " + path)
                            .from(List.of(FileStamp.input(inside(path))))
                    : new Comparison(KIND, path)
                            .differs("presence", path + " exists, expected nothing there")
                            .seen(AssuranceLevel.EXISTS, "")
                            .with("type", type(there));
        } catch (IOException | InvalidPathException e) {
            return unknown(path, e);
        }
    }

    private Observation missing(String shown, Path path) {
        return Comparison.missing(KIND, shown, shown + " does not exist").from(List.of(FileStamp.input(path)));
    }

    /// Where permission is lacking nothing is known: that is not the same as not being there.
    private static Observation unknown(String path, Exception e) {
        var why = e instanceof InvalidPathException invalid
                ? invalid.getReason()
                : e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
        return Observation.error(KIND, path, "it cannot be looked at: " + why);
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

    private Observation compared(HostProbe.FileState wanted, Path path, FileStamp stamp, Duration limit)
            throws IOException, InterruptedException {
        var content = FileContent.read(path, stamp, part(wanted), limit);
        var size = wanted.size() == null ? 0 : stamp.isDirectory() ? entries(path) : stamp.size();
        var compared = new Comparison(KIND, wanted.path())
                .same("type", wanted.type() == null ? null : word(wanted.type()), type(stamp))
                .same("mode", wanted.mode(), stamp.permissions())
                .same("sha256", wanted.sha256(), content.sha256())
                .like("size", wanted.size(), new Value.Numeric(java.math.BigDecimal.valueOf(size)));
        if (wanted.linksTo() != null) {
            compared.same("target", wanted.linksTo(), target(path, stamp));
        }
        if (content.text() != null) {
            wanted.contents().forEach(one -> compared.like("contents", one, new Value.Text(content.text())));
        }
        return described(owned(compared, wanted, stamp).seen(AssuranceLevel.EXISTS, wanted.path() + " exists"), stamp)
                .from(List.of(FileStamp.input(path)));
    }

    private Comparison owned(Comparison compared, HostProbe.FileState wanted, FileStamp stamp)
            throws InterruptedException {
        if (wanted.owner() != null) {
            compared.same("owner", wanted.owner(), accounts.owner(stamp.uid()));
        }
        if (wanted.group() != null) {
            compared.same("group", wanted.group(), accounts.groupName(stamp.gid()));
        }
        return compared;
    }

    private static Observation described(Observation seen, FileStamp stamp) {
        var described = seen.with("type", type(stamp)).with("mode", stamp.permissions());
        return (stamp.isDirectory() ? described : described.with("bytes", stamp.size()))
                .with("last-modified", stamp.modified().toString());
    }

    private static FileContent.Part part(HostProbe.FileState wanted) {
        if (wanted.contents().isEmpty()) {
            return wanted.sha256() == null ? FileContent.Part.NOTHING : FileContent.Part.HASH;
        }
        return wanted.sha256() == null ? FileContent.Part.TEXT : FileContent.Part.BOTH;
    }

    private static long entries(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.count();
        }
    }

    private static @Nullable String target(Path path, FileStamp stamp) throws IOException {
        return stamp.isLink() ? Files.readSymbolicLink(path).toString() : null;
    }

    private static String word(FileType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String type(FileStamp stamp) {
        if (stamp.isLink()) {
            return word(FileType.LINK);
        }
        if (stamp.isDirectory()) {
            return word(FileType.DIRECTORY);
        }
        return stamp.isRegular() ? word(FileType.FILE) : "device, pipe or socket";
    }
}
