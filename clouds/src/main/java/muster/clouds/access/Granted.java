package muster.clouds.access;

import java.util.List;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.CloudProbe;

/// Which of the wanted permissions are granted.
final class Granted {
    private static final String KIND = "permission";

    private Granted() {}

    static List<Observation> judged(CloudProbe.Permission probe, List<String> granted) {
        var missing = probe.permissions().stream()
                .filter(each -> !granted.contains(each))
                .toList();
        var words = String.join(", ", granted);
        if (missing.isEmpty()) {
            return List.of(
                    Observation.pass(KIND, probe.target(), AssuranceLevel.REFERENCES_RESOLVE, "granted: " + words)
                            .with("granted", words));
        }
        var message = "not granted: " + String.join(", ", missing);
        return List.of(Observation.fail(KIND, probe.target(), AssuranceLevel.CLAIMED, message)
                .found(Findings.defect("not-permitted", probe.target(), message))
                .with("granted", words)
                .with("missing", String.join(", ", missing)));
    }
}
