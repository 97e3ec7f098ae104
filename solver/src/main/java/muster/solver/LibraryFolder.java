package muster.solver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/// Libraries of a jar, unpacked into a folder that only its owner may enter. What is there is used only if it is
/// complete, undamaged, nobody else's, and alone; otherwise it is unpacked again. The caller holds the [FolderLock].
final class LibraryFolder {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    /// Names of folders that are made here: a fingerprint.
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{8}(\\.draft)?");

    private static final int CHUNK = 1 << 16;

    private final Path root;
    private final JarFile jar;
    private final List<ZipEntry> entries;

    private LibraryFolder(Path root, JarFile jar, List<ZipEntry> entries) {
        this.root = root;
        this.jar = jar;
        this.entries = entries;
    }

    /// Creates the folder in which libraries are kept, or makes sure that nobody else can write there.
    static void prepare(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root, PRIVATE);
        }
        if (!Owned.byThisUserAlone(root)) {
            throw new IOException(root + " can be written by others");
        }
    }

    /// The folder that holds the libraries of a jar, complete.
    ///
    /// @param prefix of the entries that are unpacked, with the slash at its end
    static Path unpacked(Path root, JarFile jar, String prefix) throws IOException {
        var entries = jar.stream()
                .filter(entry -> entry.getName().startsWith(prefix) && !entry.isDirectory())
                .map(ZipEntry.class::cast)
                .toList();
        var folder = new LibraryFolder(root, jar, entries);
        var place = root.resolve(folder.fingerprint());
        if (!folder.isGood(place)) {
            folder.unpack(place);
        }
        return place;
    }

    /// Other libraries, other folder.
    private String fingerprint() {
        var sum = new CRC32();
        entries.stream()
                .map(entry -> name(entry) + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n')
                .sorted()
                .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /// A library that does not belong there would be found before the system's own, so the names must be the same.
    private boolean isGood(Path place) throws IOException {
        if (!Owned.byThisUserAlone(place)) {
            return false;
        }
        var names = new HashSet<String>();
        try (var files = Files.list(place)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        if (names.size() != entries.size()) {
            return false;
        }
        for (var entry : entries) {
            if (!names.contains(name(entry)) || !isGood(place.resolve(name(entry)), entry)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGood(Path file, ZipEntry entry) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Owned.byThisUserAlone(file)
                && Files.size(file) == entry.getSize()
                && checksum(file) == entry.getCrc();
    }

    private static long checksum(Path file) throws IOException {
        var sum = new CRC32();
        var chunk = new byte[CHUNK];
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                sum.update(chunk, 0, read);
            }
        }
        return sum.getValue();
    }

    /// In a folder beside it first, so that a process which dies leaves nothing that looks complete.
    private void unpack(Path place) throws IOException {
        var draft = root.resolve(place.getFileName() + ".draft");
        delete(draft);
        Files.createDirectory(draft, PRIVATE);
        for (var entry : entries) {
            unpack(entry, draft.resolve(name(entry)));
        }
        delete(place);
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        deleteOthers(place);
    }

    /// Of older versions; who has loaded one keeps it, since what is mapped stays until it is let go.
    private void deleteOthers(Path place) throws IOException {
        try (var folders = Files.list(root)) {
            var others = folders.filter(folder ->
                            OURS.matcher(folder.getFileName().toString()).matches())
                    .filter(folder -> !folder.equals(place))
                    .toList();
            for (var other : others) {
                delete(other);
            }
        }
    }

    private void unpack(ZipEntry entry, Path file) throws IOException {
        var sum = new CRC32();
        Files.createFile(file, PRIVATE);
        try (var in = jar.getInputStream(entry);
                var out = new CheckedOutputStream(Files.newOutputStream(file), sum)) {
            in.transferTo(out);
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new IOException(jar.getName() + " is damaged: " + entry.getName());
        }
    }

    private static String name(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    /// Does not follow links.
    private static void delete(Path place) throws IOException {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
