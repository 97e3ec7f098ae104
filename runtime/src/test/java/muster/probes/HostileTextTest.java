package muster.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.plan.AssuranceLevel;
import muster.plan.Language;
import muster.plan.Probe;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files that are made to hold up, crash or fool whoever reads them end in a clear result, in bounded time and
/// memory.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class HostileTextTest {
    /// So long that reading it in time in proportion to its square would outlast the class's time, and too long for
    /// shellcheck, which is not ours to test.
    private static final int LONG = 128 << 10;

    @TempDir
    Path folder;

    private Yard yard;

    @BeforeEach
    void makeFolder() throws Exception {
        assumeThat(Workspace.SYSTEM_PYTHON).exists();
        yard = Yard.in(Files.createDirectory(folder.resolve("project")));
    }

    /// Pieces that make patterns with loops in loops, or with two ways through a text, take forever.
    private static final List<String> ADVERSARIAL = List.of(
            "a",
            " ",
            "\n",
            "(",
            ")",
            "'",
            "\"",
            "`",
            "/*",
            "--\n",
            "--a",
            "{",
            "[",
            "$(dirname ",
            "${a",
            "\\\n",
            "do ",
            "a.sh",
            "-",
            "*",
            "LIKE '",
            "SELECT (",
            "a,",
            "bq ls ",
            "export a ",
            "<<E\n",
            "- [",
            "{a: ",
            "usage: [",
            "TBD\n",
            "a/",
            "\t\n",
            "#",
            "&",
            ";;",
            "\\",
            "((a",
            "a=b ");

    @ParameterizedTest
    @EnumSource(names = "PYTHON", mode = EnumSource.Mode.EXCLUDE)
    void anEighthOfAMegabyteOfAnyOneThingIsReadInBoundedTime(Language language) {
        assertThat(ADVERSARIAL).allSatisfy(piece -> {
            yard.put("scripts/x", opening(language) + piece.repeat(LONG / piece.length()));

            var evidence = probed("scripts/x", language);

            assertThat(evidence.result())
                    .as(language + " of " + piece)
                    .isIn(ProbeResult.PASS, ProbeResult.FAIL, ProbeResult.INCONCLUSIVE);
            assertThat(evidence.findings()).hasSizeLessThan(300);
        });
    }

    private static String opening(Language language) {
        return switch (language) {
            case SQL -> "SELECT b FROM a WHERE ";
            case DOCKERFILE -> "FROM a:1\nCOPY ";
            case YAML -> "on: push\njobs: ";
            case JAVA -> "class A { Object o = ";
            case SHELL -> "#!/bin/bash\n";
            case PYTHON -> "x = ";
        };
    }

    @Test
    void aPythonFileThatNoParserSurvivesHidesNoOther() {
        yard.put("scripts/deep.py", "x = " + "(".repeat(5_000) + ")".repeat(5_000) + "\n")
                .put("scripts/minus.py", "x = " + "-".repeat(300_000) + "1\n")
                .put("scripts/dots.py", "x = a" + ".a".repeat(200_000) + "\n")
                .put("scripts/sums.py", "x = " + "1+".repeat(200_000) + "1\n")
                .put("scripts/large.py", "x = 1\n".repeat(2_000_000))
                .put("scripts/zero.py", "x = 1\u0000\n")
                .put("scripts/bomb.py", bomb())
                .put("scripts/good.py", "import json\nx = 1\n");

        assertThat(python("good").result()).isEqualTo(ProbeResult.PASS);
        assertThat(List.of("minus", "dots", "sums", "large"))
                .allSatisfy(name -> assertThat(python(name).result()).as(name).isEqualTo(ProbeResult.INCONCLUSIVE));
        assertThat(List.of("deep", "zero"))
                .allSatisfy(name -> assertThat(python(name).result()).as(name).isNotEqualTo(ProbeResult.PASS));
        assertThat(python("bomb").result()).isIn(ProbeResult.PASS, ProbeResult.INCONCLUSIVE);
    }

    /// Constants each of which is ten times the one before.
    private static String bomb() {
        var lines = new StringBuilder("T0 = 'SELECT a FROM b'\n");
        IntStream.range(1, 30)
                .forEach(i -> lines.append("T%d = f'%s'%n".formatted(i, ("{T" + (i - 1) + "}").repeat(10))));
        return lines.toString();
    }

    @Test
    void aYamlBombIsRefused() {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        IntStream.range(1, 40).forEach(i -> text.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(i, i - 1)));
        yard.put("many.yaml", text.toString()).put("deep.yaml", "a: " + "[".repeat(100_000));

        assertThat(probed("many.yaml", Language.YAML).result()).isIn(ProbeResult.PASS, ProbeResult.FAIL);
        assertThat(probed("deep.yaml", Language.YAML).result()).isEqualTo(ProbeResult.INCONCLUSIVE);
    }

    @Test
    void whatIsNoFileOfTheProjectIsRefused() throws Exception {
        var root = yard.root();
        Files.writeString(folder.resolve("secret.py"), "password = 1\n");
        Files.createDirectory(folder.resolve("outside"));
        Files.writeString(folder.resolve("outside/s.py"), "x = 1\n");
        Files.createSymbolicLink(root.resolve("out.py"), folder.resolve("secret.py"));
        Files.createSymbolicLink(root.resolve("around"), folder.resolve("outside"));
        Files.createSymbolicLink(root.resolve("loop.py"), root.resolve("loop.py"));
        Files.createSymbolicLink(root.resolve("zero.py"), Path.of("/dev/zero"));
        made("mkfifo '" + root + "/pipe.py'");
        try (var sparse = new RandomAccessFile(root.resolve("huge.py").toFile(), "rw")) {
            sparse.setLength(10L << 30);
        }

        var huge = probed("huge.py", Language.PYTHON);
        assertThat(huge.result()).isEqualTo(ProbeResult.INCONCLUSIVE);
        assertThat(huge.reached()).isEqualTo(AssuranceLevel.EXISTS);
        assertThat(List.of("out.py", "around/s.py", "loop.py", "zero.py", "pipe.py", "../secret.py"))
                .allSatisfy(path -> {
                    var evidence = probed(path, Language.PYTHON);
                    assertThat(evidence.result()).as(path).isEqualTo(ProbeResult.FAIL);
                    assertThat(evidence.findings())
                            .as(path)
                            .allMatch(finding -> finding.code().equals("refused"));
                });
    }

    @Test
    void namesThatWouldFoolAReaderAreShownAsTheyAre() throws Exception {
        var name = "ok\u202eyp.tset\n\u001b[31mx.py";
        Files.writeString(yard.root().resolve(name), "import lost_module\n");

        var evidence = probed(name, Language.PYTHON);

        assertThat(evidence.summary()).doesNotContain("\u202e", "\n", "\u001b");
        assertThat(evidence.findings())
                .allSatisfy(finding -> assertThat(finding.place()).contains("ok\\u202eyp.tset\\u000a\\u001b[31mx.py"));
    }

    @Test
    void aNameThatIsNoTextStopsNothing() throws Exception {
        made("printf 'x = 1' > '" + yard.root() + "'/$(printf 'bad\\377.py')");
        yard.put("scripts/good.py", "import bad\n");

        assertThat(python("good").result()).isIn(ProbeResult.PASS, ProbeResult.FAIL);
    }

    @Test
    void twentyThousandFilesFoldersInFoldersAndLargeFilesAreReadInAQuarterOfAGigabyte() throws Exception {
        try {
            manyAreRead(yard.root());
        } finally {
            made("rm -rf '" + yard.root() + "'");
        }
    }

    private void manyAreRead(Path root) throws Exception {
        made("cd '" + root + "' && python3 - <<'E'\n"
                + "import os\n"
                + "for i in range(100):\n"
                + "    os.makedirs(f'd{i}')\n"
                + "    for j in range(200): open(f'd{i}/f{j}.txt', 'w').close()\n"
                + "for i in range(40): open(f'l{i}.py', 'w').write('x = 1  # ' + 'y' * 1_900_000)\n"
                + "open('large.sh', 'w').write('echo ' + 'y ' * 500_000)\n"
                + "for i in range(2000):\n    os.mkdir('d' * 20); os.chdir('d' * 20)\n"
                + "E");
        yard.put("scripts/good.py", "import json\nx = 1\n");

        var ended = (Launched.Ended) new Launcher(1)
                .run(Launch.of(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "muster.probes.SmallMemory",
                                root.toString()),
                        folder,
                        Duration.ofSeconds(110)));

        assertThat(ended.stdout()).as(ended.stderr()).contains("scripts/good.py PASS", "large.sh PASS", "l0.py PASS");
    }

    private Evidence python(String name) {
        return probed("scripts/" + name + ".py", Language.PYTHON);
    }

    private Evidence probed(String path, Language language) {
        return yard.probe(new Probe.Script(path, language), AssuranceLevel.REFERENCES_RESOLVE)
                .getFirst();
    }

    /// For what Java cannot make.
    private static void made(String script) throws InterruptedException {
        var launch = Launch.of(List.of("/bin/bash", "-s"), Path.of("/"), Duration.ofSeconds(100))
                .fedBy(stdin -> stdin.write(script.getBytes(StandardCharsets.UTF_8)));
        assertThat(new Launcher(1).run(launch))
                .isInstanceOfSatisfying(
                        Launched.Ended.class,
                        ended -> assertThat(ended.exit()).as(ended.stderr()).isZero());
    }
}
