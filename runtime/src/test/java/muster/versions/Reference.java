package muster.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;

/// A program that is known to be right, asked once for many answers.
final class Reference {
    private Reference() {}

    /// Answers, one for each line.
    static List<String> answers(List<String> argv, List<String> lines) throws InterruptedException {
        assumeThat(Files.isExecutable(Path.of(argv.getFirst()))).isTrue();
        var launch = Launch.of(argv, Path.of("/"), Duration.ofMinutes(2))
                .reading(String.join("\n", lines))
                .keeping(8 << 20);
        var ended = (Launched.Ended) new Launcher(1).run(launch);
        assertThat(ended.stderr()).isEmpty();
        var answers = ended.stdout().lines().toList();
        assertThat(answers).hasSize(lines.size());
        return answers;
    }

    /// The same from a Python program over `packaging`, which reads its lines from `lines` and prints an answer each.
    static List<String> packaging(String program, List<String> lines) throws InterruptedException {
        assumeThat(Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/packaging")))
                .isTrue();
        var begin = """
                import sys
                from packaging.version import Version, InvalidVersion
                from packaging.specifiers import SpecifierSet, InvalidSpecifier
                from packaging.requirements import Requirement, InvalidRequirement
                from packaging.markers import UndefinedComparison, UndefinedEnvironmentName
                lines = sys.stdin.buffer.read().decode('utf-8').split('\\n')
                """;
        var argv = List.of("/usr/bin/python3", "-I", "-X", "utf8", "-c", begin + program);
        assertThat(String.join("", lines).getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        return answers(argv, lines);
    }

    /// The lines about which the two disagree, with both answers.
    static List<String> disputed(List<String> lines, List<String> expected, Function<String, String> answer) {
        return IntStream.range(0, lines.size())
                .filter(i -> !answer.apply(lines.get(i)).equals(expected.get(i)))
                .mapToObj(i -> lines.get(i) + " is " + expected.get(i) + ", not " + answer.apply(lines.get(i)))
                .toList();
    }
}
