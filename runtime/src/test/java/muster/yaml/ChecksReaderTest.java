package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;
import muster.plan.HostProbe;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksReaderTest {

    @Test
    void whatACheckLeavesOutIsMadeFromItsTarget() {
        var checks = read("""
                checks:
                  - probe: {file-state: /etc/hosts}
                  - probe: {file-state: /etc/hosts, mode: "0644"}
                  - {id: etc-hosts-2, title: By hand, probe: {file-absent: /etc/nologin}}
                  - probe: {port: 22}
                  - probe: {command: [test, -n, ä]}
                """);

        assertThat(checks)
                .extracting(check -> check.id().value())
                .containsExactly("etc-hosts", "etc-hosts-3", "etc-hosts-2", "tcp:22", "test-n-");
        assertThat(checks.getFirst().title()).isEqualTo("/etc/hosts");
        assertThat(String.valueOf(checks.get(3).source())).isEqualTo("c:5");
    }

    @Test
    void defaultsHoldForChecksThatSayNothingElse() {
        var checks = read("""
                checks:
                  - {probe: {port: 22}, level: claimed}
                  - {probe: {port: 23}}
                defaults: {level: answers-help, probing: {retries: 3, pause: 2s}}
                """);

        assertThat(checks)
                .extracting(Expectation::level)
                .containsExactly(AssuranceLevel.CLAIMED, AssuranceLevel.ANSWERS_HELP);
        assertThat(checks.getLast().probing().pause()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void machinesAreNamedOnceAndUsedByAnyCheck() {
        var checks = read("""
                targets: [{id: web, address: "ssh://deploy@web1.example.org:2222"}, {id: shop, address: "docker://shop"}]
                checks:
                  - {probe: {port: 22}}
                  - {probe: {port: 23}, target: shop}
                defaults: {target: web}
                """);

        assertThat(checks)
                .extracting(check -> String.valueOf(check.probing().target()))
                .containsExactly(
                        "Target[id=web, address=ssh://deploy@web1.example.org:2222]",
                        "Target[id=shop, address=docker://shop]");
    }

    @Test
    void aMachineThatIsNotNamedAndAnAddressThatIsNoneAreMistakes() {
        assertThat(problems("""
                checks:
                  - {probe: {port: 22}, target: wbe}
                targets:
                  - {id: web, address: "ssh://-oProxyCommand=id"}
                  - {id: bad, address: "ssh://me:secret@web1"}
                  - {id: web, address: local}
                """))
                .satisfiesExactly(
                        one -> assertThat(one)
                                .startsWith("c:2:33: unknown target 'wbe'")
                                .contains("Maybe"),
                        one -> assertThat(one).startsWith("c:4:24: address must be local, ssh://"),
                        one -> assertThat(one)
                                .startsWith("c:5:24: address must be")
                                .contains("keys alone")
                                .doesNotContain("secret"),
                        one -> assertThat(one).startsWith("c:6:10: duplicate id 'web'"));
    }

    @Test
    void anIdThatIsMadeHoldsNoSecret() {
        var checks = read("checks: [{probe: {shell: \"login --password hunter2\"}}]\n");

        assertThat(checks.getFirst().id().value()).isEqualTo("login-password-redacted-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16", "UTF-16LE"})
    void aListInAnotherEncodingIsOneClearMistake(String charset) {
        var bytes = "checks: [{title: Pr\u00fcfung, probe: {port: 22}}]\n".getBytes(Charset.forName(charset));

        assertThat(problems(bytes))
                .singleElement()
                .asString()
                .containsIgnoringCase(charset.replace("LE", ""))
                .contains("as UTF-8");
    }

    @Test
    void anAliasMayNameACheckBefore() {
        var checks = read("""
                checks:
                  - probe: &probe {file-state: a.txt, contents: [{contains: x}]}
                  - {id: again, probe: *probe}
                """);

        assertThat(checks.getFirst().probe()).isEqualTo(checks.getLast().probe());
        assertThat(checks.getFirst().probe()).isInstanceOf(HostProbe.FileState.class);
    }

    @Test
    void everyMistakeHasItsPlace() {
        assertThat(problems("""
                checks:
                  - just text
                  - probe: {port: 70000}
                  - {id: a, probe: {file-state: x, contents: []}}
                  - {id: a, probe: {file-state: x, contents: [{all: []}]}}
                  - {id: b}
                defaults: {levels: exists}
                other: 1
                """))
                .extracting(problem -> problem.lines().findFirst().orElse(""))
                .containsExactly(
                        "c:2:5: check must be a mapping (check), got 'just text'",
                        "c:3:19: port must be between 1 and 65535, got 70000",
                        "c:4:46: contents must not be empty",
                        "c:5:10: duplicate id 'a': it also names the expectation at c:4:10",
                        "c:5:53: all must not be empty",
                        "c:6:5: check needs the key 'probe'",
                        "c:7:12: unknown key 'levels' in defaults",
                        "c:8:1: unknown key 'other' in a list of checks");
    }

    @Test
    void aFileWithoutChecksIsAMistake() {
        assertThat(problems("checks: []\n")).containsExactly("c:1:9: checks must not be empty");
        assertThat(problems("defaults: {}\n")).containsExactly("c:1:1: a list of checks needs the key 'checks'");
        assertThat(problems("- 1\n")).hasSize(1);
    }

    private static List<Expectation> read(String text) {
        return switch (ChecksReader.read("c", text.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Ok<List<Expectation>>(var checks) -> checks;
            case Parsed.Failed<List<Expectation>>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static List<String> problems(String text) {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(byte[] bytes) {
        return switch (ChecksReader.read("c", bytes)) {
            case Parsed.Ok<List<Expectation>> ok -> throw new AssertionError(ok.toString());
            case Parsed.Failed<List<Expectation>>(var problems) ->
                problems.stream().map(Object::toString).toList();
        };
    }
}
