package muster.wiring;

import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.audit.AuditReport;
import muster.audit.Evidence;
import muster.json.Sha256;
import muster.run.Command;

/// What a run's journal keeps of an audit.
final class AuditOutcome {
    private AuditOutcome() {}

    static Command.RecordAudit of(AuditReport audit) {
        var counts = audit.assessments().stream()
                .collect(Collectors.groupingBy(
                        each -> each.readiness().name(), TreeMap::new, Collectors.summingInt(_ -> 1)));
        var evidence = audit.assessments().stream()
                .flatMap(each -> each.evidence().stream())
                .map(Evidence::sha256)
                .sorted()
                .collect(Collectors.joining("\n"));
        return new Command.RecordAudit(
                Sha256.of(evidence), counts, audit.decision().verdict());
    }
}
