package muster.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class LibraryFolderTest {
    private static final Map<String, String> LIBRARIES = Map.of("liba.so", "one", "libb.so.2", "two");

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void prepareRoot() throws IOException {
        root = folder.resolve("cache/cp-sat");
        LibraryFolder.prepare(root);
    }

    @Test
    void onlyWhatLiesUnderThePrefixIsUnpackedForTheOwnerAlone() throws IOException {
        var place = unpacked(LIBRARIES);

        assertThat(place.getParent()).isEqualTo(root);
        assertThat(place.toFile().list()).containsExactlyInAnyOrder("liba.so", "libb.so.2");
        assertThat(place.resolve("libb.so.2")).hasContent("two");
        assertThat(permissions(root)).isEqualTo("rwx------");
        assertThat(permissions(place)).isEqualTo("rwx------");
    }

    @Test
    void theSecondStartFindsWhatTheFirstHasUnpacked() throws IOException {
        var file = unpacked(LIBRARIES).resolve("liba.so");
        var longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, longAgo);

        unpacked(LIBRARIES);

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    }

    @Test
    void whatIsDamagedOrMissingOrStrangeIsUnpackedAgain() throws IOException {
        var place = unpacked(LIBRARIES);

        Files.writeString(place.resolve("liba.so"), "two");
        assertThat(unpacked(LIBRARIES).resolve("liba.so")).hasContent("one");
        Files.delete(place.resolve("liba.so"));
        assertThat(unpacked(LIBRARIES).resolve("liba.so")).hasContent("one");
        Files.writeString(place.resolve("libc.so.6"), "not ours");
        assertThat(unpacked(LIBRARIES).resolve("libc.so.6")).doesNotExist();
        Files.setPosixFilePermissions(place.resolve("liba.so"), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(permissions(unpacked(LIBRARIES).resolve("liba.so"))).isEqualTo("rwx------");
    }

    @Test
    void aLinkIsReplacedAndWhatItLeadsToIsLeftAlone() throws IOException {
        var place = unpacked(LIBRARIES);
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(place.resolve("liba.so"), elsewhere.resolve("liba.so"));
        Files.createSymbolicLink(place.resolve("liba.so"), elsewhere.resolve("liba.so"));

        unpacked(LIBRARIES);

        assertThat(Files.isRegularFile(place.resolve("liba.so"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
        assertThat(elsewhere.resolve("liba.so")).hasContent("one");
    }

    @Test
    void otherLibrariesGetAnotherFolderInsteadOfTheOld() throws IOException {
        var old = unpacked(LIBRARIES);
        var foreign = Files.createDirectory(root.resolve("foreign"));

        var newer = unpacked(Map.of("liba.so", "three"));

        assertThat(newer).isNotEqualTo(old).isDirectory();
        assertThat(old).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void whatAnAbortedStartLeftBehindDoesNoHarm() throws IOException {
        var place = unpacked(LIBRARIES);
        var draft = Files.move(place, place.resolveSibling(place.getFileName() + ".draft"));
        Files.writeString(draft.resolve("liba.so"), "on");

        assertThat(unpacked(LIBRARIES).resolve("liba.so")).hasContent("one");
        assertThat(draft).doesNotExist();
    }

    @Test
    void aFolderInWhichOthersMayWriteIsRefused() throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxr-x"));

        assertThatThrownBy(() -> LibraryFolder.prepare(root))
                .isInstanceOf(IOException.class)
                .hasMessage(root + " can be written by others");
    }

    @Test
    void aMachineThatCannotLoadItIsToldWhy() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThat(NativeLibrary.attempt(file.resolve("cache")))
                .startsWith("CP-SAT's library could not be loaded: ")
                .contains("it is kept in " + file);
        assertThat(NativeLibrary.unsuitable("Mac OS X", "aarch64"))
                .isEqualTo("CP-SAT needs Linux with glibc 2.26 or newer on x86-64, this is Mac OS X on aarch64");
    }

    private Path unpacked(Map<String, String> libraries) throws IOException {
        var file = folder.resolve("libraries.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            add(jar, "META-INF/other", "no library");
            for (var library : libraries.entrySet()) {
                add(jar, "some-platform/" + library.getKey(), library.getValue());
            }
        }
        try (var jar = new JarFile(file.toFile());
                var _ = FolderLock.of(root)) {
            return LibraryFolder.unpacked(root, jar, "some-platform/");
        }
    }

    private static void add(JarOutputStream jar, String name, String content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        jar.closeEntry();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
