package muster.probes.data;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.audit.Finding;
import muster.audit.Weight;
import muster.matching.Verdict;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;

/// What the parts of one probe have noticed, and what follows from all of it together: what is broken outranks
/// what is wrong, and that what is open.
final class Notes {
    private final String subject;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final TreeMap<String, String> attributes = new TreeMap<>();

    Notes(String subject) {
        this.subject = subject;
    }

    void defect(String code, String message) {
        findings.add(Findings.defect(code, subject, message));
    }

    void remark(String code, String message) {
        findings.add(Findings.remark(code, subject, message));
    }

    /// Something that neither holds nor does not.
    void open(String code, String message) {
        remark(code, message);
        open.add(message);
    }

    void broken(String message) {
        broken.add(message);
    }

    void found(List<Finding> more) {
        findings.addAll(more);
    }

    void measured(String name, Object value) {
        attributes.put(name, String.valueOf(value));
    }

    /// @param what is compared, such as `rows`
    void compared(String code, String what, Verdict verdict) {
        switch (verdict.outcome()) {
            case MATCHES -> {}
            case DIFFERS -> defect(code, what + ": " + verdict.why());
            case INVALID -> broken(what + ": " + verdict.why());
        }
    }

    /// @param summary if all is well
    Observation judged(String kind, String summary) {
        return verdict(kind, summary).found(findings).with(attributes);
    }

    private Observation verdict(String kind, String summary) {
        if (!broken.isEmpty()) {
            return Observation.error(kind, subject, String.join("; ", broken));
        }
        if (Findings.anyDefect(findings)) {
            var wrong = findings.stream()
                    .filter(one -> one.weight() == Weight.DEFECT)
                    .map(Finding::message)
                    .collect(Collectors.joining("; "));
            return Observation.fail(kind, subject, AssuranceLevel.EXISTS, wrong);
        }
        return open.isEmpty()
                ? Observation.pass(kind, subject, AssuranceLevel.TESTS_PASS, summary)
                : Observation.inconclusive(kind, subject, String.join("; ", open));
    }
}
