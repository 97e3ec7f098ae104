package muster.probes.content;

import java.util.List;
import muster.observation.Ground;
import muster.observation.Observation;
import muster.plan.ContentProbe;
import muster.sandbox.Launcher;

/// Performs the probes of what files say.
public final class ContentProbes {
    private final Ground ground;
    private final ValueProbe values;
    private final SectionsProbe sections;

    public ContentProbes(Ground ground) {
        this.ground = ground;
        values = new ValueProbe(ground);
        sections = new SectionsProbe(ground);
    }

    /// What it sees, the probe's own observation first.
    public List<Observation> of(ContentProbe probe) throws InterruptedException {
        return switch (probe) {
            case ContentProbe.ValueAt value -> List.of(values.of(value));
            case ContentProbe.Sections wanted -> List.of(sections.of(wanted));
            case ContentProbe.ClaimsHold claims ->
                List.of(new ClaimProbe(ground, Launcher.forThisMachine()).of(claims));
        };
    }
}
