package muster.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import muster.plan.VersionScheme;
import muster.versions.RangeCheck.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pep440Test {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void versionsAreReadAndOrderedAsByTheReferenceImplementation(long seed) throws InterruptedException {
        var dice = Dice.of(seed);
        var lines = Stream.generate(() -> dice.pep440() + "\t" + dice.pep440())
                .limit(3_000)
                .toList();

        var expected = Reference.packaging("""
                for line in lines:
                    try:
                        a, b = [Version(t) for t in line.split('\\t')]
                        print(a, b, (a > b) - (a < b), a.is_prerelease)
                    except InvalidVersion:
                        print('none')
                """, lines);

        assertThat(Reference.disputed(lines, expected, Pep440Test::compared)).isEmpty();
    }

    private static String compared(String line) {
        try {
            var parts = line.split("\t", -1);
            var left = Pep440Version.of(parts[0]);
            var right = Pep440Version.of(parts[1]);
            var pre = left.isPreRelease() ? "True" : "False";
            return left + " " + right + " " + Integer.signum(left.compareTo(right)) + " " + pre;
        } catch (IllegalArgumentException e) {
            return "none";
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rangesHoldWhatTheReferenceImplementationSays(long seed) throws InterruptedException {
        var dice = Dice.of(seed);
        var lines = Stream.generate(
                        () -> dice.pep440Range() + "\t" + dice.plainPep440() + dice.perhaps(10, dice.one("+1", "+2")))
                .limit(3_000)
                .toList();

        var expected = Reference.packaging("""
                for line in lines:
                    r, v = line.split('\\t')
                    try:
                        s = SpecifierSet(r)
                        print(s.contains(v), s.contains(v, prereleases=True))
                    except (InvalidSpecifier, InvalidVersion):
                        print('none')
                """, lines);

        assertThat(lines.stream().map(line -> line + " -> " + held(line)))
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, lines.size())
                        .mapToObj(i -> lines.get(i) + " -> " + expected.get(i))
                        .toList());
    }

    private static String held(String line) {
        var parts = line.split("\t", -1);
        var strict = Versions.check(Notation.PEP440, parts[0], parts[1], PreReleases.AS_WRITTEN);
        var installed = Versions.check(Notation.PEP440, parts[0], parts[1], PreReleases.INSTALLED);
        return strict.standing() == Standing.NO_RANGE
                ? "none"
                : word(strict.isInside()) + " " + word(installed.isInside());
    }

    private static String word(boolean value) {
        return value ? "True" : "False";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ~=1.4.5a4   | 1.4.9   | INSIDE
            ~=2.2.post3 | 2.2     | OUTSIDE
            ==1.*       | 1.9rc1  | OUTSIDE
            <2          | 2.0rc1  | OUTSIDE
            >1.4        | 1.4.post1 | OUTSIDE
            ===1.0+x    | 1.0+X   | INSIDE
            1!1.0       | 1.0     | NO_RANGE
            >=1!1.0     | 9.0     | OUTSIDE
            >=1.0       | latest  | NO_VERSION
            ''          | 1.0rc1  | INSIDE
            """)
    void theExamplesOfTheSpecificationHold(String range, String version, Standing standing) {
        assertThat(Versions.check(VersionScheme.PEP440, range, version).standing())
                .isEqualTo(standing);
    }

    @Test
    void whatIsOutsideNamesTheClause() {
        assertThat(Versions.check(VersionScheme.PEP440, ">=1.0, <2", "2.1"))
                .isEqualTo(new RangeCheck(Standing.OUTSIDE, "2.1 is not <2"));
    }

    @Test
    void whatToolsPrintIsComparedAsFarAsItIsAVersion() {
        for (var version : List.of("2.39.5-0+deb12u1", "v2.39.5", "2.39.5.windows.1", "2.39.5p1")) {
            assertThat(Versions.check(Notation.TOOL, ">=2.39,<2.40", version, PreReleases.INSTALLED)
                            .standing())
                    .isEqualTo(Standing.INSIDE);
        }
    }

    @Test
    void aVersionOrRangeOfAMillionSignsIsRefusedAtOnce() {
        var million = "1." + "1.".repeat(500_000) + "1";

        assertThat(Versions.check(VersionScheme.PEP440, ">=1", million).standing())
                .isEqualTo(Standing.NO_VERSION);
        assertThat(Versions.check(VersionScheme.PEP440, ">=" + million, "1").standing())
                .isEqualTo(Standing.NO_RANGE);
    }
}
