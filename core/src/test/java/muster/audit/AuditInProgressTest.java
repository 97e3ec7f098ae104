package muster.audit;

import static muster.audit.Given.NOW;
import static muster.audit.Given.evidence;
import static muster.audit.Given.script;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.plan.AssuranceLevel;
import muster.plan.ExpectationId;
import org.junit.jupiter.api.Test;

class AuditInProgressTest {
    private final AuditInProgress audit = new AuditInProgress(
            new Auditor(Given.plan(List.of(script("a"), script("b"), Given.optional(script("c")))), Given.rules()));

    @Test
    void aP0IsToldWhileTheAuditStillRuns() {
        var first = audit.add(List.of(passed("a")), NOW);
        var second = audit.add(List.of(missing("b")), NOW);

        assertThat(first).isEmpty();
        assertThat(second).singleElement().satisfies(escalated -> {
            assertThat(escalated.blocker().expectation()).isEqualTo(new ExpectationId("b"));
            assertThat(escalated.to()).containsExactly("CE");
            assertThat(escalated.evidence()).containsExactly("E-b-script");
        });
    }

    @Test
    void itIsToldOnce() {
        audit.add(List.of(missing("b")), NOW);

        assertThat(audit.add(List.of(missing("b")), NOW)).isEmpty();
    }

    @Test
    void whatIsNoP0WaitsForTheReport() {
        assertThat(audit.add(List.of(missing("c")), NOW)).isEmpty();
        assertThat(audit.evidence()).hasSize(1);
    }

    private static Evidence passed(String id) {
        return evidence(id, "script", ProbeResult.PASS, AssuranceLevel.PARSES);
    }

    private static Evidence missing(String id) {
        return evidence(id, "script", ProbeResult.FAIL, AssuranceLevel.CLAIMED);
    }
}
