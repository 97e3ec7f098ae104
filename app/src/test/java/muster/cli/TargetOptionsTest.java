package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetOptionsTest {
    /// Nothing listens there on any machine that a test may run on. Source: RFC 6335, tcpmux.
    private static final String NOBODY = "ssh://127.0.0.1:1";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"web1", "ssh://-oProxyCommand=id", "ssh://a b", "ssh://web1:0", "docker://", "http://web1"})
    void whatIsNoAddressIsRefused(String address) throws IOException {
        Small.file(folder, "muster.yaml", Small.PLAN);

        Said.to("audit", folder, "--target", address).refuses(Exit.USAGE, "is no address");
    }

    @Test
    void aListWithoutTargetsLooksAtTheOneThatIsGiven() throws IOException {
        assumeThat(Path.of("/usr/bin/ssh")).isExecutable();
        var list = Small.file(folder, "checks.yaml", "checks: [{id: none, probe: {file-absent: /no/such}}]\n");

        var said = Said.to("audit", "--checks", list, "--workspace", folder, "--target", NOBODY)
                .exits(Exit.NO);

        assertThat(said.out()).contains("INCONCLUSIVE none: ").contains("Connection refused");
        Said.to("audit", "--checks", list, "--workspace", folder, "--target", "local")
                .exits(Exit.YES);
    }

    @Test
    void ofAPlanOnlyTheProbesOfAMachineLookElsewhere() throws IOException {
        assumeThat(Path.of("/usr/bin/ssh")).isExecutable();
        Small.file(folder, "muster.yaml", Small.PLAN.replace("{file: PACKING.md}", "{file-state: /etc/passwd}"));
        Small.file(folder, "NOTES.md", "Everything is better.\n");

        var report = Said.to("audit", folder, "--target", NOBODY, "--json")
                .exits(Exit.NO)
                .report();

        var hosts = report.get("evidence")
                .valueStream()
                .filter(one -> one.get("expectation").asString().equals("packing"))
                .map(one -> one.get("host").asString());
        assertThat(hosts).containsExactly(NOBODY);
        assertThat(report.get("decision").asString()).isEqualTo("DEFER");
    }
}
