package muster.probes.content;

import java.util.List;
import muster.observation.Ground;
import muster.observation.Observation;
import muster.plan.ContentProbe;
import muster.sandbox.Launcher;

/// Performs the probes of what files say.
public final class ContentProbes {
    private final Ground ground;

    public ContentProbes(Ground ground) {
        this.ground = ground;
    }

    /// What it sees, the probe's own observation first.
    public List<Observation> of(ContentProbe probe) throws InterruptedException {
        if (probe instanceof ContentProbe.ClaimsHold claims) {
            return List.of(new ClaimProbe(ground, Launcher.forThisMachine()).of(claims));
        }
        return List.of(Observation.notRun("content", probe.target(), "no such probe of " + ground.root()));
    }
}
