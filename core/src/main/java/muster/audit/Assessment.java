package muster.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;

/// The judgement of one expectation with the evidence behind it.
///
/// @param reason why it is judged so, in one line
/// @param remarks what should be looked at though it does not change the judgement
public record Assessment(
        Expectation expectation,
        Readiness readiness,
        AssuranceLevel reached,
        String reason,
        List<Evidence> evidence,
        List<String> remarks) {
    public Assessment {
        evidence = List.copyOf(evidence);
        remarks = List.copyOf(remarks);
    }

    /// An assessment without remarks.
    public Assessment(
            Expectation expectation,
            Readiness readiness,
            AssuranceLevel reached,
            String reason,
            List<Evidence> evidence) {
        this(expectation, readiness, reached, reason, evidence, List.of());
    }

    /// The ids of the evidence behind it.
    public List<String> evidenceIds() {
        return evidence.stream().map(Evidence::id).toList();
    }

    /// The kinds of probe that prove something at an instant.
    public SortedSet<String> kinds(Instant now) {
        return evidence.stream()
                .filter(each -> each.countsAt(now))
                .map(Evidence::kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Assessment withRemark(String remark) {
        var all = new ArrayList<>(remarks);
        all.add(remark);
        return new Assessment(expectation, readiness, reached, reason, evidence, all);
    }
}
