package muster.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.versions.RequirementLine.Required;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementLineTest {
    private static final Map<String, String> HERE = Map.ofEntries(
            Map.entry("python_version", "3.11"),
            Map.entry("python_full_version", "3.11.2"),
            Map.entry("sys_platform", "linux"),
            Map.entry("os_name", "posix"),
            Map.entry("platform_system", "Linux"),
            Map.entry("platform_machine", "x86_64"),
            Map.entry("extra", "dev-tools"));
    private static final List<String> SAMPLES = List.of("0.1", "1.0", "1.1", "2.0.0", "3", "10.1");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void linesAreReadAsByTheReferenceImplementation(long seed) throws InterruptedException {
        var dice = Dice.of(seed);
        var lines = Stream.generate(dice::requirement).limit(2_500).toList();

        var expected = Reference.packaging("""
                env = dict(python_version='3.11', python_full_version='3.11.2', sys_platform='linux',
                    os_name='posix', platform_system='Linux', platform_machine='x86_64', extra='dev-tools')
                for line in lines:
                    try:
                        r = Requirement(line)
                        m = r.marker.evaluate(env) if r.marker else True
                        held = [v for v in '0.1 1.0 1.1 2.0.0 3 10.1'.split() if r.specifier.contains(v)]
                        print(r.name, ','.join(sorted(r.extras)), r.url, m, ' '.join(held), sep='|')
                    except (InvalidRequirement, InvalidSpecifier):
                        print('none')
                """, lines);

        assertThat(Reference.disputed(lines, expected, RequirementLineTest::shown))
                .isEmpty();
    }

    private static String shown(String line) {
        if (!(RequirementLine.of(line) instanceof Required read)) {
            return "none";
        }
        var marker = read.marker();
        boolean applies = marker == null || marker.holds(HERE);
        var held = SAMPLES.stream()
                .filter(version -> Versions.check(Notation.PEP440, read.range(), version, PreReleases.AS_WRITTEN)
                        .isInside())
                .collect(Collectors.joining(" "));
        var url = read.url() == null ? "None" : read.url();
        return String.join(
                "|",
                read.name(),
                String.join(",", new TreeSet<>(read.extras())),
                url,
                applies ? "True" : "False",
                held);
    }

    @Test
    void namesAreComparedInTheirNormalForm() {
        assertThat(((Required) RequirementLine.of("Ruamel._-YAML>=1")).normalName())
                .isEqualTo("ruamel-yaml");
    }

    @Test
    void hostileLinesEndAtOnce() {
        for (var line : List.of(
                "a".repeat(9_999), "a;" + "(".repeat(5_000), "a" + "-".repeat(5_000), "a[" + "b,".repeat(4_000))) {
            assertThat(RequirementLine.of(line)).as(line.substring(0, 10)).isNotNull();
        }
        assertThat(RequirementLine.of("a;" + "(".repeat(5_000))).isInstanceOf(RequirementLine.Unreadable.class);
    }
}
