package muster.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundTest {
    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void make() throws IOException {
        root = Files.createDirectory(folder.toRealPath().resolve("root"));
        Files.createDirectories(root.resolve("a/b"));
        for (var name : new String[] {"z.txt", "a/y.txt", "a/b/x.txt"}) {
            Files.writeString(root.resolve(name), name);
        }
    }

    @Test
    void aListThatStopsSaysSo() {
        assertThat(new Ground(root, 2).listing().stopped()).isTrue();
        assertThat(new Ground(root, 2).listing().files()).hasSize(2);
        assertThat(new Ground(root, 3).listing().stopped()).isFalse();
        assertThat(new Ground(root, 3).files(_ -> true)).containsExactly("a/b/x.txt", "a/y.txt", "z.txt");
    }

    @Test
    void linksThatLeadOutOrToNothingAreTold() throws IOException {
        Files.writeString(folder.resolve("secret"), "s");
        Files.createSymbolicLink(root.resolve("out"), folder.resolve("secret"));
        Files.createSymbolicLink(root.resolve("gone"), root.resolve("nowhere"));
        Files.createSymbolicLink(root.resolve("inside"), root.resolve("z.txt"));

        assertThat(new Ground(root).listing().outside()).containsExactly("gone", "out");
    }

    @Test
    void foldersThatLieTooDeepAreTold() throws IOException {
        Files.createDirectories(root.resolve("d/".repeat(120)));

        assertThat(new Ground(root).listing().unread())
                .singleElement()
                .asString()
                .startsWith("d/d/");
    }

    @Test
    void aFileThatIsTooLargeIsThereAndNotRead() throws IOException {
        try (var sparse = new RandomAccessFile(root.resolve("large").toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }

        var ground = new Ground(root);

        assertThat(ground.look("large"))
                .isInstanceOfSatisfying(
                        Looked.Large.class, large -> assertThat(large.size()).isEqualTo(1L << 30));
        assertThat(ground.has("large")).isTrue();
    }
}
