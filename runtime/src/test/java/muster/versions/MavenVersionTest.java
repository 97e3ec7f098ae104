package muster.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import muster.plan.VersionScheme;
import muster.versions.RangeCheck.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MavenVersionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-alpha-1 1-beta 1-m2 1-rc1 1-SNAPSHOT 1 1-sp 1-abc 1-xyz 1-1 1-2 1.1",
                "2.0.1-xyz 2.0.1-123 2.0.2",
                "1.0-a1 1.0-b1 1.0-cr1 1.0 1.0.1",
                "9.9 10.0 10.0.1"
            })
    void versionsAreOrderedAsMavensPageSays(String ascending) {
        var versions = Arrays.stream(ascending.split(" ")).map(MavenVersion::of).toList();

        for (int i = 0; i + 1 < versions.size(); i++) {
            assertThat(versions.get(i)).isLessThan(versions.get(i + 1));
            assertThat(versions.get(i + 1)).isGreaterThan(versions.get(i));
        }
    }

    @Test
    void whatMakesNoDifferenceIsEqual() {
        for (var same : List.of("1.0", "1", "1.ga", "1-final", "1.0.0-RELEASE", "1..0", "1-0")) {
            assertThat(MavenVersion.of(same)).as(same).isEqualByComparingTo(MavenVersion.of("1.0.0"));
        }
        assertThat(MavenVersion.of("1.0-cr1")).isEqualByComparingTo(MavenVersion.of("1-RC1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1.0,2.0)           | 1.9            | INSIDE
            [1.0,2.0)           | 2.0            | OUTSIDE
            [1.0,2.0)           | 2.0-rc1        | INSIDE
            (,1.0],[1.2,)       | 1.1            | OUTSIDE
            (,1.0],[1.2,)       | 3              | INSIDE
            [1.5]               | 1.5.0          | INSIDE
            1.5                 | 1.6            | OUTSIDE
            (1.5)               | 1.5            | NO_RANGE
            [2,1]               | 1.5            | NO_RANGE
            [1,2                | 1.5            | NO_RANGE
            """)
    void rangesHoldAsTheyAreWritten(String range, String version, Standing standing) {
        assertThat(Versions.check(VersionScheme.MAVEN, range, version).standing())
                .isEqualTo(standing);
    }
}
