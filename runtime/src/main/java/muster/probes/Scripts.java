package muster.probes;

import muster.audit.ProbeResult;
import muster.observation.Findings;
import muster.observation.Observation;

/// What other evidence adds to that of a script or file.
final class Scripts {
    private Scripts() {}

    /// Version control corroborates that a file is there; that it does not know the file disproves nothing.
    static Observation corroborating(Observation git) {
        return git.result() == ProbeResult.FAIL
                ? Observation.inconclusive(git.kind(), git.subject().getFirst(), git.summary())
                        .with(git.attributes())
                        .found(git.findings().stream()
                                .map(finding -> Findings.remark(finding.code(), finding.place(), finding.message()))
                                .toList())
                : git;
    }
}
