package muster.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.AssuranceLevel;
import muster.plan.ExpectationId;

/// What one probe saw. Output and all texts are redacted before they get here; the hash covers the redacted record.
///
/// @param id `E-` and the first 12 digits of the hash
/// @param kind of the probe, such as `file`, `script`, `scratch-table`; a P0 claim needs two kinds
/// @param subject the argument list, query or path probed
/// @param reached how far the probe got
/// @param attributes measured values by name, such as `lines`, `last-modified`, `tables`, `version-installed`
/// @param output at most 4,000 characters
/// @param expires from when it may not be relied on
public record Evidence(
        String id,
        ExpectationId expectation,
        String kind,
        List<String> subject,
        ProbeResult result,
        AssuranceLevel reached,
        String summary,
        List<Finding> findings,
        SortedMap<String, String> attributes,
        String output,
        List<InputDigest> inputs,
        String host,
        Instant at,
        Duration took,
        Instant expires,
        String sha256) {
    public Evidence {
        subject = List.copyOf(subject);
        findings = List.copyOf(findings);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        inputs = List.copyOf(inputs);
    }

    /// Whether it proves anything at an instant: it passed or failed, and has not expired.
    public boolean countsAt(Instant now) {
        return now.isBefore(expires)
                && switch (result) {
                    case PASS, FAIL -> true;
                    case ERROR, NOT_RUN, INCONCLUSIVE -> false;
                };
    }
}
