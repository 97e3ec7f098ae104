package muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WriteSetsTest {

    @ParameterizedTest
    @CsvSource({
        "src/**, src/main/A.java, true",
        "src/*.java, src/A.java, true",
        "src/*.java, src/main/A.java, false",
        "src, src/main/A.java, true",
        "src/a, src/ab, false",
        "**/A.java, src/**, true",
        "a*c, ab*, true",
        "a*c, b*, false",
        "./x/../src/a, src/a, true",
        "table:ods.*, table:ods.orders, true",
        "table:ods.orders, ods.orders, false",
        "table:ods.*, table:dim.*, false"
    })
    void globsOverlapIfSomethingCanBeNamedByBoth(String one, String other, boolean overlap) {
        assertThat(WriteSets.overlap(one, other)).isEqualTo(overlap);
        assertThat(WriteSets.overlap(other, one)).isEqualTo(overlap);
    }

    @Test
    void whoeverAsksIsToldWhatOverlaps() {
        assertThat(WriteSets.overlap(List.of("docs/**", "table:ods.*"), List.of("src/**", "table:ods.orders")))
                .isEqualTo("table:ods.* and table:ods.orders");
        assertThat(WriteSets.overlap(List.of("docs/**"), List.of("table:docs"))).isNull();
    }

    /// Globs come from agents: none may keep the run busy.
    @Test
    @Timeout(30)
    void globsFullOfStarsAreDecidedToo() {
        var stars = "*a".repeat(90);

        assertThat(WriteSets.overlap(stars + "b", stars + "c")).isFalse();
        assertThat(WriteSets.overlap("**/a/".repeat(40) + "b", "**/a/".repeat(40) + "c"))
                .isTrue();
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /// What the platform's own matcher says of every short path must be covered: no overlap is missed.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPathThatBothNameIsAnOverlap(int seed) {
        var random = new Random(seed);
        var one = glob(random);
        var other = glob(random);
        var files = FileSystems.getDefault();
        var common = paths().stream()
                .map(Path::of)
                .anyMatch(path -> files.getPathMatcher("glob:" + one).matches(path)
                        && files.getPathMatcher("glob:" + other).matches(path));

        assertThat(!common || WriteSets.overlap(one, other))
                .as(one + " " + other)
                .isTrue();
    }

    private static String glob(Random random) {
        var segments = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> List.of("a", "b", "ab", "*", "a*", "?", "*b").get(random.nextInt(7)))
                .toList();
        return String.join("/", segments);
    }

    private static List<String> paths() {
        var names = List.of("a", "b", "ab", "bb", "aab");
        return IntStream.range(0, 155)
                .mapToObj(n -> n < 5
                        ? names.get(n)
                        : n < 30
                                ? names.get(n % 5) + "/" + names.get(n / 5 % 5)
                                : names.get(n % 5) + "/" + names.get(n / 5 % 5) + "/" + names.get(n / 25 % 5))
                .toList();
    }
}
