package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpSatFolderTest {
    private final String before = System.getProperty("muster.home", "");

    @TempDir
    Path home;

    @AfterEach
    void restore() {
        if (before.isEmpty()) {
            System.clearProperty("muster.home");
        } else {
            System.setProperty("muster.home", before);
        }
    }

    @Test
    void itIsBesideTheStartUpCache() {
        System.setProperty("muster.home", home.toString());

        assertThat(CpSatFolder.of(Map.of("XDG_CACHE_HOME", "/elsewhere")))
                .isEqualTo(home.resolve(".muster-cache/cp-sat"));
    }

    @Test
    void whereThatCannotBeWrittenItIsAmongTheUsersCaches() {
        System.setProperty("muster.home", home.resolve("none").toString());

        assertThat(CpSatFolder.of(Map.of("XDG_CACHE_HOME", "/caches"))).isEqualTo(Path.of("/caches/muster/cp-sat"));
        assertThat(CpSatFolder.of(Map.of("XDG_CACHE_HOME", "not/absolute")))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache/muster/cp-sat"));
        assertThat(home).isEmptyDirectory();
    }
}
