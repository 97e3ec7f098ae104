package muster.probes.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import muster.audit.ProbeResult;
import muster.plan.Address;
import muster.plan.HostProbe;
import muster.targets.Driver;
import muster.targets.FakeDocker;
import muster.targets.Routes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerMachineTest implements OtherMachineKit {
    @Override
    public Driver driver(Path folder) throws Exception {
        return driver(folder, "shop");
    }

    private static Driver driver(Path folder, String container) throws Exception {
        var client = FakeDocker.in(Files.createDirectories(folder.resolve("client of docker")));
        return new Routes(java.util.Set.of(), null, client.toString()).driver(new Address.Docker(container));
    }

    @Test
    void aContainerThatIsNotThereIsUnknownAndNeverUnmet(@TempDir Path folder) throws Exception {
        try (var look = new Look(folder, driver(folder, "gone"))) {
            var seen = look.there(new HostProbe.FileAbsent("/no/such"));

            assertThat(seen.result()).isEqualTo(ProbeResult.INCONCLUSIVE);
            assertThat(seen.summary()).contains("No such container: gone");
        }
    }
}
