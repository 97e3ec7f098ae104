package muster.probes.content;

import java.util.List;
import java.util.function.Function;
import muster.observation.Findings;
import muster.observation.Ground;
import muster.observation.Looked;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.ContentProbe;
import muster.sandbox.Launcher;

/// Performs the probes of what files say.
public final class ContentProbes {
    private final Ground ground;
    private final ClaimProbe claims;

    public ContentProbes(Ground ground, Launcher launcher) {
        this.ground = ground;
        this.claims = new ClaimProbe(ground, launcher);
    }

    /// What it sees, the probe's own observation first.
    public List<Observation> of(ContentProbe probe) throws InterruptedException {
        return List.of(
                switch (probe) {
                    case ContentProbe.ValueAt value -> read("value", value, file -> ValueProbe.of(value, file));
                    case ContentProbe.Sections wanted ->
                        read("sections", wanted, file -> SectionsProbe.of(wanted, file));
                    case ContentProbe.ClaimsHold held -> claims.of(held);
                });
    }

    private Observation read(String kind, ContentProbe probe, Function<Looked.Found, Observation> judged) {
        var target = probe.target();
        return switch (ground.look(target)) {
            case Looked.Found found -> judged.apply(found).from(List.of(found.digest()));
            case Looked.Large large -> Observation.inconclusive(kind, target, large.why());
            case Looked.Absent _ ->
                Observation.fail(kind, target, AssuranceLevel.CLAIMED, "there is no such file")
                        .found(Findings.defect("missing-file", target, "there is no such file"));
            case Looked.Refused(String path, String why) -> Observation.error(kind, path, why);
        };
    }
}
