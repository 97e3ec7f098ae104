package muster.observation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.audit.Finding;
import muster.audit.InputDigest;
import muster.audit.ProbeResult;
import muster.plan.AssuranceLevel;

/// What a probe saw, before it is redacted and sealed.
///
/// @param took zero if the probe did not measure it itself
public record Observation(
        String kind,
        List<String> subject,
        ProbeResult result,
        AssuranceLevel reached,
        String summary,
        List<Finding> findings,
        SortedMap<String, String> attributes,
        String output,
        List<InputDigest> inputs,
        Duration took) {
    public Observation {
        subject = List.copyOf(subject);
        findings = List.copyOf(findings);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        inputs = List.copyOf(inputs);
    }

    public static Observation pass(String kind, String subject, AssuranceLevel reached, String summary) {
        return of(ProbeResult.PASS, kind, subject, summary).reaching(reached);
    }

    public static Observation fail(String kind, String subject, AssuranceLevel reached, String summary) {
        return of(ProbeResult.FAIL, kind, subject, summary).reaching(reached);
    }

    public static Observation notRun(String kind, String subject, String why) {
        return of(ProbeResult.NOT_RUN, kind, subject, why);
    }

    public static Observation inconclusive(String kind, String subject, String why) {
        return of(ProbeResult.INCONCLUSIVE, kind, subject, why);
    }

    public static Observation error(String kind, String subject, String why) {
        return of(ProbeResult.ERROR, kind, subject, why);
    }

    /// Something that has reached no level yet.
    public static Observation of(ProbeResult result, String kind, String subject, String summary) {
        return new Observation(
                kind,
                List.of(subject),
                result,
                AssuranceLevel.CLAIMED,
                summary,
                List.of(),
                new TreeMap<>(),
                "",
                List.of(),
                Duration.ZERO);
    }

    public Observation reaching(AssuranceLevel level) {
        return new Observation(kind, subject, result, level, summary, findings, attributes, output, inputs, took);
    }

    public Observation found(Finding finding) {
        return found(List.of(finding));
    }

    public Observation found(List<Finding> more) {
        var all = new ArrayList<>(findings);
        all.addAll(more);
        return new Observation(kind, subject, result, reached, summary, all, attributes, output, inputs, took);
    }

    public Observation with(String attribute, String value) {
        var all = new TreeMap<>(attributes);
        all.put(attribute, value);
        return new Observation(kind, subject, result, reached, summary, findings, all, output, inputs, took);
    }

    public Observation with(String attribute, long value) {
        return with(attribute, Long.toString(value));
    }

    public Observation with(SortedMap<String, String> more) {
        var all = new TreeMap<>(attributes);
        all.putAll(more);
        return new Observation(kind, subject, result, reached, summary, findings, all, output, inputs, took);
    }

    public Observation about(List<String> other) {
        return new Observation(kind, other, result, reached, summary, findings, attributes, output, inputs, took);
    }

    public Observation printing(String text) {
        return new Observation(kind, subject, result, reached, summary, findings, attributes, text, inputs, took);
    }

    public Observation from(List<InputDigest> more) {
        var all = new ArrayList<>(inputs);
        all.addAll(more);
        return new Observation(kind, subject, result, reached, summary, findings, attributes, output, all, took);
    }

    /// The same under another kind; what passed, passed at this level.
    public Observation as(String other, AssuranceLevel level) {
        var far = result == ProbeResult.PASS ? level : reached;
        return new Observation(other, subject, result, far, summary, findings, attributes, output, inputs, took);
    }

    public Observation took(Duration duration) {
        return new Observation(kind, subject, result, reached, summary, findings, attributes, output, inputs, duration);
    }
}
