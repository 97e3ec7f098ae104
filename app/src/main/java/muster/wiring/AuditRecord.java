package muster.wiring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.audit.EarlierAudit;
import muster.audit.Evidence;
import muster.plan.ItemId;

/// One audit as kept in a workspace: judged again, its evidence gives the same report.
///
/// @param label what the audit was for, such as `audit`; the newest of a label is found again
/// @param observations values measured for claims, by claim
/// @param outcome what it came to
/// @param basis by what it judged
/// @param definitions hash of what each expectation asked for, by expectation; and of files that stand for databases
record AuditRecord(
        Instant at,
        String label,
        List<Evidence> evidence,
        SortedMap<ItemId, BigDecimal> observations,
        EarlierAudit outcome,
        SortedMap<String, String> definitions,
        Basis basis) {

    AuditRecord {
        evidence = List.copyOf(evidence);
        observations = Collections.unmodifiableSortedMap(new TreeMap<>(observations));
        definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
    }
}
