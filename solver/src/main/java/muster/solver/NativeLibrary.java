package muster.solver;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The native library of OR-Tools, loaded at most once in a process.
final class NativeLibrary {
    private static final String PREFIX = "ortools-linux-x86-64/";
    private static final String ENTRY = "libjniortools.so";

    /// OR-Tools' own statement for the Linux build of this version.
    private static final String NEEDS = "CP-SAT needs Linux with glibc 2.26 or newer on x86-64";

    private static boolean loaded;

    private NativeLibrary() {}

    /// Why it cannot be loaded; null once it is.
    ///
    /// @param cache where it is unpacked
    static synchronized @Nullable String load(Path cache) {
        var unsuitable = loaded ? null : unsuitable(System.getProperty("os.name"), System.getProperty("os.arch"));
        if (loaded || unsuitable != null) {
            return unsuitable;
        }
        var failure = attempt(cache);
        loaded = failure == null;
        return failure;
    }

    /// Why it cannot be unpacked and loaded; null once it is.
    static @Nullable String attempt(Path cache) {
        try {
            unpackAndLoad(cache);
            return null;
        } catch (IOException | UnsatisfiedLinkError failed) {
            return "CP-SAT's library could not be loaded: " + failed.getMessage() + " (it is kept in " + cache
                    + ", which must be writable by you alone, have room for 70 MB, and allow programs)";
        }
    }

    /// Why this platform cannot run it; null if it can.
    static @Nullable String unsuitable(String system, String architecture) {
        if (!system.equals("Linux") || !architecture.equals("amd64")) {
            return NEEDS + ", this is " + system + " on " + architecture.toLowerCase(Locale.ROOT);
        }
        if (NativeLibrary.class.getResource('/' + PREFIX + ENTRY) == null) {
            return "CP-SAT's library is not part of this installation";
        }
        return usesMusl() ? NEEDS + ", this system has musl" : null;
    }

    private static boolean usesMusl() {
        try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.anyMatch(line -> line.contains("ld-musl"));
        } catch (IOException unknown) {
            return false;
        }
    }

    /// Others wait meanwhile, so that none unpacks again what this process is about to load.
    @SuppressWarnings("restricted") // loading it is what this class is for; the launcher enables native access
    private static void unpackAndLoad(Path cache) throws IOException {
        LibraryFolder.prepare(cache);
        var entry = NativeLibrary.class.getResource('/' + PREFIX + ENTRY);
        if (entry == null || !(entry.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("it is not in a jar");
        }
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile();
                var _ = FolderLock.of(cache)) {
            System.load(LibraryFolder.unpacked(cache, jar, PREFIX)
                    .resolve(ENTRY)
                    .toAbsolutePath()
                    .toString());
        }
    }
}
