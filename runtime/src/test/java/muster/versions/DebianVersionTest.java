package muster.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import muster.plan.VersionScheme;
import muster.versions.RangeCheck.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebianVersionTest {

    @Test
    void versionsAreOrderedAsByDpkg() throws InterruptedException {
        var dice = Dice.of(1);
        var lines = Stream.generate(() -> dice.debian() + " " + dice.debian())
                .limit(1_000)
                .toList();

        var program = """
                while read -r a b || [ -n "$a" ]; do
                    if dpkg --compare-versions "$a" lt "$b"; then echo -1
                    elif dpkg --compare-versions "$a" eq "$b"; then echo 0
                    else echo 1; fi
                done""";
        var expected = Reference.answers(List.of("/bin/sh", "-c", program), lines);

        assertThat(Reference.disputed(lines, expected, DebianVersionTest::compared))
                .isEmpty();
    }

    private static String compared(String line) {
        var parts = line.split(" ", -1);
        return Integer.toString(Integer.signum(DebianVersion.of(parts[0]).compareTo(DebianVersion.of(parts[1]))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            >= 2:1.4         | 2:1.4-1      | INSIDE
            >= 2:1.4         | 9.0          | OUTSIDE
            << 3.0~          | 3.0~rc1      | OUTSIDE
            << 3.0           | 3.0~rc1      | INSIDE
            >> 1, << 2       | 1.5-1+b1     | INSIDE
            1.5              | 1.5-0        | INSIDE
            < 2              | 1.5          | NO_RANGE
            >= 1             | 1.0_2        | NO_VERSION
            ''               | 1.0          | INSIDE
            """)
    void relationsHoldAsTheyAreWritten(String range, String version, Standing standing) {
        assertThat(Versions.check(VersionScheme.DEBIAN, range, version).standing())
                .isEqualTo(standing);
    }
}
