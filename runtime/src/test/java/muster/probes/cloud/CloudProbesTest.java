package muster.probes.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import muster.audit.ProbeResult;
import muster.observation.Observation;
import muster.plan.CloudProbe;
import org.junit.jupiter.api.Test;

class CloudProbesTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void aServiceThatIsNotConnectedIsNotRun() throws InterruptedException {
        var seen = new CloudProbes(Connections.none()).of(new CloudProbe.ObjectStore("lake", "bucket", null), NOW);

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().result()).isEqualTo(ProbeResult.NOT_RUN);
        assertThat(seen.getFirst().summary()).isEqualTo("no service 'lake' is connected");
    }

    @Test
    void aServiceIsOpenedOnceAndOnlyWhenItIsAsked() throws InterruptedException {
        var opened = new AtomicInteger();
        var services = new TreeMap<String, Connector<Connection>>();
        services.put("ci", () -> {
            opened.incrementAndGet();
            return (probe, now) -> List.of(Observation.notRun("credential", probe.target(), "asked"));
        });
        var probes = new CloudProbes(new Connections(services, new TreeMap<>()));
        assertThat(opened).hasValue(0);

        probes.of(new CloudProbe.Credential("ci", null), NOW);
        var seen = probes.of(new CloudProbe.Credential("ci", null), NOW);

        assertThat(opened).hasValue(1);
        assertThat(seen.getFirst().summary()).isEqualTo("asked");
    }
}
