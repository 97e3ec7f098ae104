package muster.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import muster.plan.VersionScheme;
import muster.versions.RangeCheck.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpmRangeTest {
    private static final List<String> SEMVER =
            List.of("/usr/lib/node_modules/npm/node_modules/semver", "/usr/share/nodejs/semver");

    @Test
    void rangesHoldWhatNpmSays() throws InterruptedException {
        var library =
                SEMVER.stream().filter(path -> Files.isDirectory(Path.of(path))).findFirst();
        assumeThat(library).isPresent();
        var dice = Dice.of(1);
        var lines = Stream.generate(() -> dice.npmRange() + "\t" + dice.semver() + "\t" + dice.semver())
                .limit(6_000)
                .toList();

        var program = """
                const semver = require('%s');
                const lines = require('fs').readFileSync(0, 'utf8').split('\\n');
                for (const line of lines) {
                    const [r, v, w] = line.split('\\t');
                    const order = semver.valid(v) && semver.valid(w) ? semver.compare(v, w) : 'none';
                    const range = semver.validRange(r) === null ? 'none' : semver.satisfies(v, r);
                    console.log(`${order} ${range}`);
                }""".formatted(library.get());
        var expected = Reference.answers(List.of("/usr/bin/node", "-e", program), lines);

        assertThat(Reference.disputed(lines, expected, NpmRangeTest::held)).isEmpty();
    }

    private static String held(String line) {
        var parts = line.split("\t", -1);
        var check = Versions.check(VersionScheme.SEMVER, parts[0], parts[1]);
        return order(parts[1], parts[2]) + " "
                + (check.standing() == Standing.NO_RANGE ? "none" : Boolean.toString(check.isInside()));
    }

    private static String order(String left, String right) {
        try {
            return Integer.toString(Integer.signum(SemVersion.of(left).compareTo(SemVersion.of(right))));
        } catch (IllegalArgumentException e) {
            return "none";
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ^1.2            ; 1.9.9          ; INSIDE
            ^0.2.3          ; 0.3.0          ; OUTSIDE
            ^0.0.3          ; 0.0.4          ; OUTSIDE
            ~1.2            ; 1.2.9          ; INSIDE
            1.x || >=3 <4   ; 3.5.0          ; INSIDE
            1.2 - 2.3       ; 2.3.9          ; INSIDE
            ^1.2.3          ; 1.3.0-alpha    ; OUTSIDE
            ^1.2.3-beta     ; 1.2.3-rc.1     ; INSIDE
            latest          ; 1.0.0          ; NO_RANGE
            *               ; 1.0            ; NO_VERSION
            """)
    void theExamplesOfNpmHold(String range, String version, Standing standing) {
        assertThat(Versions.check(VersionScheme.SEMVER, range, version).standing())
                .isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1.2             ; 1.9.9          ; INSIDE
            1.2             ; 2.0.0          ; OUTSIDE
            0.2             ; 0.3.0          ; OUTSIDE
            =1.2            ; 1.2.7          ; INSIDE
            >=1.2, <1.5     ; 1.4.0          ; INSIDE
            1.*             ; 1.9.0          ; INSIDE
            ~1.2.3          ; 1.3.0          ; OUTSIDE
            1.2 || 2        ; 1.2.0          ; NO_RANGE
            """)
    void theExamplesOfCargoHold(String range, String version, Standing standing) {
        assertThat(Versions.check(Notation.CARGO, range, version, PreReleases.AS_WRITTEN)
                        .standing())
                .isEqualTo(standing);
    }
}
