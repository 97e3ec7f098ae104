package muster.probes;

import java.time.Duration;
import java.util.List;
import muster.audit.InputDigest;
import muster.audit.ProbeResult;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;

/// The outcome of one check. Its texts are redacted.
///
/// @param kind of the probe
/// @param inputs what it rests on; if they are all as they were, so is the outcome. None if that cannot be told
public record Checked(
        Expectation check,
        String kind,
        ProbeResult result,
        AssuranceLevel reached,
        String summary,
        List<InputDigest> inputs,
        Duration took) {
    public Checked {
        inputs = List.copyOf(inputs);
    }

    /// True only if it passed and got as far as was asked.
    public boolean isMet() {
        return result == ProbeResult.PASS && reached.compareTo(check.level()) >= 0;
    }
}
