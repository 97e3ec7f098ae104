package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Gates whose metrics are measured, at hours that the test tells.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class GateMeasureCommandTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: ci, title: CI, start: "2024-01-15T08:00:00Z"}
            agents:
              - {id: ann, name: Ann, kind: ai}
            phases:
              - id: p1
                title: Quick wins
                tasks:
                  - {id: build, title: Build, owners: [ann], estimate: 8h, action: {manual: do it}}
            gates:
              - {id: quiet, title: The disk is quiet, after: [build], metric: {metric: Disk Usage, below: 70}, metric-for: 1h}
              - {id: green, title: Nothing fails, after: [build], policy: "metrics['failures'] == 0.0"}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void bothGatesAreOpen() throws IOException {
        Small.file(folder, "muster.yaml", PLAN);
        Small.file(folder, "metrics.yaml", """
                metrics:
                  disk usage: {file: usage}
                  failures: {command: [/bin/sh, -c, cat failures]}
                """);
        to("run", "--at", "2024-01-15T08:00:00Z").exits(Exit.YES);
        to("claim", "build", "--as", "ann", "--at", "2024-01-15T08:00:00Z").exits(Exit.YES);
        to("done", "build", "--fence", "1", "--as", "ann", "--at", "2024-01-15T08:01:00Z")
                .exits(Exit.YES);
        set("usage", "65");
        set("failures", "2");
    }

    @Test
    void aGatePassesOnceItsMetricHasHeldForLongEnough() throws Exception {
        assertThat(measure("09:00").out()).contains("disk usage is 65", "failures is 2");
        measure("09:30");
        set("usage", "80");
        measure("09:59");
        set("usage", "69.9");
        measure("10:00");
        measure("10:59");
        assertThat(gates()).contains("quiet  open");
        measure("11:00");

        assertThat(gates()).contains("quiet  passed");
    }

    @Test
    void aPolicySeesAMetricOnceItChanges() throws Exception {
        measure("09:00");
        assertThat(gates()).contains("green  open");
        set("failures", "0");
        measure("09:01");

        assertThat(gates()).contains("green  passed");
    }

    @Test
    void whatIsNoNewsIsNotKept() throws Exception {
        set("usage", "80");
        measure("09:00");
        var before = to("log", "show", "--json").out();
        measure("09:01");

        assertThat(to("log", "show", "--json").out()).isEqualTo(before);
    }

    @Test
    void whatIsUnknownIsSaidAndMovesNothing() throws Exception {
        Files.delete(folder.resolve("usage"));
        set("failures", "none");

        assertThat(measure("09:00").out())
                .contains("disk usage is not known: ", "failures is not known: 'none' is no number");
        assertThat(gates()).contains("quiet  open", "green  open");
        to("gate", "measure").refuses(Exit.USAGE, "--metrics FILE");
        Small.file(folder, "metrics.yaml", "metrics: {x: {file: usage, every: 10ms}, y: {prometheus: nowhere}}\n");
        to("gate", "measure", "--metrics", folder.resolve("metrics.yaml"))
                .refuses(Exit.INVALID, "metrics.yaml:1:35: every must be", "metrics.yaml:1:", "needs the key 'query'");
    }

    private Said measure(String time) {
        return to("gate", "measure", "--metrics", folder.resolve("metrics.yaml"), "--at", "2024-01-15T" + time + ":00Z")
                .exits(Exit.YES);
    }

    private String gates() {
        return to("gate", "list", "--at", "2024-01-15T12:00:00Z")
                .exits(Exit.YES)
                .out();
    }

    private void set(String name, String value) throws IOException {
        Files.writeString(folder.resolve(name), value);
    }

    private Said to(Object... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--workspace", folder));
        return Said.to(all.toArray());
    }
}
