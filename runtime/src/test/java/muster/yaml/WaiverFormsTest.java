package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Problem;
import org.junit.jupiter.api.Test;

class WaiverFormsTest {
    private static final String PLAN = """
            muster: 1
            plan: {id: p, title: A plan, start: 2026-01-05T09:00:00Z}
            agents:
              - {id: ann, name: Ann, role: lead, kind: human}
              - {id: bob, name: Bob, role: chief, kind: human}
            expectations:
              - {id: notes, title: Notes, probe: {file: notes.md}}
            waivers:
              - id: w-1
                expectations: [notes]
                reason: written after the first part
                owner: ann
                approver: bob
                expires: 2026-02-01T00:00:00Z
                condition: openP0 <= 1
            """;

    @Test
    void aWaiverIsRead() {
        var waiver = switch (read(PLAN)) {
            case Parsed.Ok<Plan>(var plan) -> plan.waivers().getFirst();
            case Parsed.Failed<Plan>(var problems) -> throw new AssertionError(problems);
        };

        assertThat(waiver.id()).hasToString("w-1");
        assertThat(waiver.expectations()).containsExactly("notes");
        assertThat(waiver.expires()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(waiver.condition()).isEqualTo("openP0 <= 1");
    }

    @Test
    void nobodyApprovesHisOwnWaiver() {
        assertThat(problems(PLAN.replace("approver: bob", "approver: ann")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("p.yaml:9:9: waiver 'w-1' is approved by its own owner 'ann'"));
    }

    @Test
    void aWaiverEnds() {
        assertThat(problems(PLAN.replace("    expires: 2026-02-01T00:00:00Z\n", "")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("needs the key 'expires'"));
    }

    @Test
    void whatItCoversMustBeExpected() {
        assertThat(problems(PLAN.replace("[notes]", "[note]")))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString()).contains("unknown expectation 'note'", "Maybe 'notes'"));
        assertThat(problems(PLAN.replace("[notes]", "[no*]"))).isEmpty();
        assertThat(problems(PLAN.replace("[notes]", "[]"))).hasSize(1);
    }

    @Test
    void aConditionIsCheckedWithItsPlace() {
        assertThat(problems(PLAN.replace("openP0 <= 1", "openPO <= 1")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("p.yaml:15:16: ")
                        .contains("openPO", "Maybe one of"));
    }

    private static List<Problem> problems(String yaml) {
        return switch (read(yaml)) {
            case Parsed.Ok<Plan> _ -> List.of();
            case Parsed.Failed<Plan>(var problems) -> problems;
        };
    }

    private static Parsed<Plan> read(String yaml) {
        return PlanReader.read("p.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
