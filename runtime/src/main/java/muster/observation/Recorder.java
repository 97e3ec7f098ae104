package muster.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import muster.audit.Evidence;
import muster.audit.Finding;
import muster.audit.InputDigest;
import muster.json.EvidenceJson;
import muster.plan.Expectation;

/// Turns what a probe saw into evidence: secrets out first, then cut to size, then sealed.
///
/// @param host name of this machine; what was seen on another has that one's address
public record Recorder(Redaction redaction, String host) {
    /// Source: the contract of `Evidence.output`.
    public static final int OUTPUT_LIMIT = 4_000;

    /// Files change with people's working days; a day-old look at them is as old as may be relied on.
    public static final Duration FILES_LAST = Duration.ofHours(24);

    /// Databases change with every run of a pipeline; an hour is the shortest period of those in the seed's
    /// project.
    public static final Duration DATABASES_LAST = Duration.ofHours(1);

    private static final Set<String> OF_DATABASES = Set.of(
            "table",
            "row-count",
            "table-state",
            "query",
            "answers",
            "conserved",
            "scratch-table",
            "leftovers",
            "sweep",
            "listing",
            "self-test");
    private static final String CUT = "\n[...]";

    public Evidence record(Expectation expectation, Instant now, Observation seen) {
        var attributes = new TreeMap<String, String>();
        seen.attributes().forEach((name, value) -> attributes.put(name, Visible.lines(named(name, value))));
        return EvidenceJson.seal(new Evidence(
                "",
                expectation.id(),
                seen.kind(),
                redaction.redact(seen.subject()).stream().map(Visible::line).toList(),
                seen.result(),
                seen.reached(),
                Visible.line(redaction.redact(seen.summary())),
                seen.findings().stream().map(this::redacted).toList(),
                attributes,
                cut(Visible.lines(redaction.redact(seen.output()))),
                seen.inputs().stream()
                        .map(one -> new InputDigest(redaction.redact(one.input()), one.sha256()))
                        .toList(),
                place(expectation),
                now,
                seen.took(),
                now.plus(OF_DATABASES.contains(seen.kind()) ? DATABASES_LAST : FILES_LAST),
                ""));
    }

    private String place(Expectation expectation) {
        var target = expectation.probing().elsewhere();
        return target == null ? host : target.address().toString();
    }

    /// A value is looked at together with its name, because the name may be what gives it away.
    private String named(String name, String value) {
        var prefix = name + "=";
        var clean = redaction.redact(prefix + value);
        return clean.startsWith(prefix) ? clean.substring(prefix.length()) : redaction.redact(value);
    }

    private Finding redacted(Finding finding) {
        return new Finding(
                finding.code(),
                finding.weight(),
                Visible.line(redaction.redact(finding.message())),
                Visible.line(redaction.redact(finding.place())));
    }

    private static String cut(String output) {
        return output.length() <= OUTPUT_LIMIT
                ? output
                : String.join("", List.of(output.substring(0, OUTPUT_LIMIT - CUT.length()), CUT));
    }
}
