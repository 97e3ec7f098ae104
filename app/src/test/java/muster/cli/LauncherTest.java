package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher with a program in the place of Java that writes down how it was started, and makes the cache that it is
/// asked to make.
class LauncherTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    /// Nothing but shells: whatever takes another program fails.
    private static final String NO_PROGRAMS = "/nonexistent";

    private static final String ALL_PROGRAMS = "/usr/bin:/bin";

    @TempDir
    private Path folder;

    private Path home;
    private Path jdk;
    private Path log;
    private Path jar;

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("a checkout"));
        log = folder.resolve("log");
        Files.copy(CHECKOUT.resolve("muster"), home.resolve("muster"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(home.resolve(".setup"));
        Files.copy(CHECKOUT.resolve(".setup/environment.sh"), home.resolve(".setup/environment.sh"));
        Files.writeString(home.resolve(".setup/packages"), "");
        jar = home.resolve("app/target/muster.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "a jar");
        age(jar, 60);
        jdk = jdk("jdk");
    }

    private Path jdk(String name) throws IOException {
        var made = folder.resolve(name);
        Files.createDirectories(made.resolve("bin"));
        Files.writeString(made.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n# " + name + "\n");
        age(made.resolve("release"), 120);
        var java = """
                #!/bin/sh
                line=java
                for word in "$@"; do
                    line="$line [$word]"
                    case "$word" in -XX:AOTCacheOutput=*) : >"${word#*=}" ;; esac
                done
                echo "$line" >>'%s'
                exit 7
                """.formatted(log);
        for (var program : List.of("java", "javac")) {
            var file = Files.writeString(
                    made.resolve("bin").resolve(program),
                    program.equals("java")
                            ? java.replace("exit 7", "case \"$line\" in *AOTCacheOutput*) exit 0 ;; esac; exit 7")
                            : "#!/bin/sh\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return made;
    }

    @Test
    void theFirstStartMakesACacheOfItsOwnForChecks() throws Exception {
        var started = start(ALL_PROGRAMS, "audit", "--checks", "a b*.yaml");

        assertThat(started).hasSize(2);
        assertThat(started.getFirst()).contains("-XX:AOTCacheOutput=").contains("[muster.cli.ChecksWarmUp]");
        assertThat(started.getLast())
                .contains("-XX:AOTCache=" + home)
                .endsWith("[muster.cli.ChecksEntry] [audit] [--checks] [a b*.yaml]");
    }

    @Test
    void theNextStartRunsNoProgramButJava() throws Exception {
        var first = start(ALL_PROGRAMS, "audit", "--checks", "list").getLast();

        assertThat(start(NO_PROGRAMS, "audit", "--checks", "list")).containsExactly(first);
        assertThat(start(NO_PROGRAMS, "audit", "--checks", "it's $HOME", "--incremental"))
                .singleElement()
                .asString()
                .contains("[-XX:CompileThresholdScaling=3]")
                .endsWith("[audit] [--checks] [it's $HOME] [--incremental]");
    }

    @Test
    void aNewerProgramAndAnotherJdkAreNotStartedFromTheOldCache() throws Exception {
        start(ALL_PROGRAMS, "audit", "--checks", "list");
        Files.writeString(jar, "another jar");

        var renewed = start(ALL_PROGRAMS, "audit", "--checks", "list");
        assertThat(renewed.getFirst()).contains("ChecksWarmUp");

        age(jar, 60);
        jdk = jdk("another jdk");
        var other = start(ALL_PROGRAMS, "audit", "--checks", "list");
        assertThat(other.getFirst()).contains("ChecksWarmUp");
    }

    @Test
    void aJdkThatWasChangedInItsPlaceIsLookedAtAgain() throws Exception {
        start(ALL_PROGRAMS, "audit", "--checks", "list");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.2\"\n");
        Files.setLastModifiedTime(
                jdk.resolve("release"), FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));

        assertThat(start(ALL_PROGRAMS, "audit", "--checks", "list").getFirst()).contains("ChecksWarmUp");
    }

    @Test
    void aCacheThatIsGoneIsMadeAgain() throws Exception {
        start(ALL_PROGRAMS, "audit", "--checks", "list");
        try (var caches = Files.newDirectoryStream(home.resolve(".muster-cache"), "*.aot")) {
            for (var cache : caches) {
                Files.delete(cache);
            }
        }

        assertThat(start(ALL_PROGRAMS, "audit", "--checks", "list")).hasSize(2);
    }

    @Test
    void withoutACacheTheProgramStartsAllTheSame() throws Exception {
        var started = start(ALL_PROGRAMS, Map.of("MUSTER_NO_CACHE", "1"), "audit", "--checks", "list");

        assertThat(started).singleElement().asString().doesNotContain("AOT").contains("muster.cli.Muster");
    }

    @Test
    void otherCommandsHaveTheWholeCache() throws Exception {
        var started = start(ALL_PROGRAMS, "validate", "a b");

        assertThat(started).hasSize(2);
        assertThat(started.getFirst()).endsWith("[muster.cli.Muster] [warm-up]");
        assertThat(started.getLast()).contains("-XX:AOTCache=").endsWith("[muster.cli.Muster] [validate] [a b]");
        assertThat(start(ALL_PROGRAMS, "validate", "a b")).containsExactly(started.getLast());
    }

    private List<String> start(String path, String... arguments) throws Exception {
        return start(path, Map.of(), arguments);
    }

    /// The starts of Java, in their order.
    private List<String> start(String path, Map<String, String> more, String... arguments) throws Exception {
        Files.writeString(log, "");
        var argv = new ArrayList<>(List.of("/bin/sh", home.resolve("muster").toString()));
        argv.addAll(List.of(arguments));
        var builder = new ProcessBuilder(argv).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path, "JAVA25_HOME", jdk.toString(), "HOME", folder.toString()));
        builder.environment().putAll(more);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(7);
        return Files.readAllLines(log);
    }

    private static void age(Path file, int seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }
}
