package muster.probes.host;

import java.util.List;
import muster.observation.Ground;
import muster.observation.Observation;
import muster.plan.HostProbe;

/// Performs the probes of this machine.
public final class HostProbes {
    private final Ground ground;

    public HostProbes(Ground ground) {
        this.ground = ground;
    }

    /// What it sees, the probe's own observation first.
    public List<Observation> of(HostProbe probe) throws InterruptedException {
        return List.of(Observation.notRun("host", probe.target(), "no such probe of " + ground.root()));
    }
}
