package muster.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import org.junit.jupiter.api.Test;

class VersionRangeTest {
    private static final List<String> RANGES = List.of(
            "",
            ">=3.0.0",
            "<=2",
            "==1.4",
            "==1.4.*",
            "!=1.4.*",
            "!=1.4.2",
            "~=1.4",
            "~=1.4.2",
            "<4",
            ">1.4",
            "<1.4.2",
            ">=0.20,<2",
            ">=1.0rc1",
            ">1.4.post1",
            ">=14",
            "==1.4.0",
            "~=2.2rc1",
            ">=1.4, !=1.4.3,<1.5");
    private static final List<String> VERSIONS = List.of(
            "0.1",
            "0.20",
            "1",
            "1.0",
            "1.0rc1",
            "1.0.dev3",
            "1.4",
            "1.4.0",
            "1.4.1",
            "1.4.2",
            "1.4.2.post1",
            "1.4.post2",
            "1.4a1",
            "1.4.2b2",
            "1.4.10",
            "1.5",
            "1.5.dev1",
            "2",
            "2.0b1",
            "2.0b2",
            "2.2",
            "3.0.0",
            "3.14.0",
            "4.0.0rc1",
            "4",
            "14.0.1");

    @Test
    void rangesHoldWhatTheReferenceImplementationSays() throws InterruptedException {
        var expected = reference();

        var actual = new ArrayList<String>();
        for (var range : RANGES) {
            for (var version : VERSIONS) {
                actual.add(range + " " + version + " " + VersionRange.of(range).contains(Version.of(version)));
            }
        }

        assertThat(actual).containsExactlyElementsOf(expected);
    }

    @Test
    void whatIsNoRangeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> VersionRange.of("three or more"));
        assertThatIllegalArgumentException().isThrownBy(() -> Version.of("latest"));
    }

    private static List<String> reference() throws InterruptedException {
        var program = """
                import sys
                try:
                    from packaging.specifiers import SpecifierSet
                except ImportError:
                    from pip._vendor.packaging.specifiers import SpecifierSet
                lines = sys.stdin.read().split("\\n")
                for r in lines[0].split("|"):
                    for v in lines[1].split("|"):
                        print(r, v, "true" if SpecifierSet(r).contains(v) else "false")
                """;
        var launch = Launch.of(List.of("/usr/bin/python3", "-I", "-c", program), Path.of("/"), Duration.ofSeconds(60))
                .reading(String.join("|", RANGES) + "\n" + String.join("|", VERSIONS));
        var result = new Launcher(1).run(launch);
        assumeThat(result)
                .isInstanceOfSatisfying(
                        Launched.Ended.class, ended -> assertThat(ended.exit()).isZero());
        return ((Launched.Ended) result).stdout().lines().toList();
    }
}
