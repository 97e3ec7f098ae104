package muster.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import muster.plan.ItemId;

/// All that an audit has seen.
///
/// @param evidence of the plan's expectations, and what was seen beside them
/// @param observations values measured for claims of the plan that no probe of an expectation covers, by claim
/// @param documents claims of the audited folder's documents, reconciled
public record Seen(List<Evidence> evidence, Map<ItemId, BigDecimal> observations, List<ReconciledClaim> documents) {
    public Seen {
        evidence = List.copyOf(evidence);
        observations = Map.copyOf(observations);
        documents = List.copyOf(documents);
    }
}
