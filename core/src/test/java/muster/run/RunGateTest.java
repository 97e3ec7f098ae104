package muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.Gate;
import muster.plan.GateId;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunGateTest {
    private static final List<AgentId> TEAM = List.of(new AgentId("ann"), new AgentId("bob"));

    @Test
    void atAGateThatNamesNobodyAnyOneOfTheTeamDecides() {
        var gate = RunGate.of(gate(null), List.of(new TaskId("a")), TEAM);

        assertThat(gate.approvers()).isEqualTo(TEAM);
        assertThat(gate.quorum()).isEqualTo(1);
    }

    @Test
    void aGateOfAPolicyAloneWaitsForNobody() {
        var gate = RunGate.of(gate("decision == 'GO'"), List.of(new TaskId("a")), TEAM);

        assertThat(gate.approvers()).isEmpty();
        assertThat(gate.quorum()).isZero();
    }

    @Test
    void namedApproversAreAllNeeded() {
        var gate = RunGate.of(
                gate(null, "ann", "bob"),
                List.of(),
                Stream.of("ann", "bob", "cy").map(AgentId::new).toList());

        assertThat(gate.approvers()).isEqualTo(TEAM);
        assertThat(gate.quorum()).isEqualTo(2);
    }

    private static Gate gate(@Nullable String policy, String... approvers) {
        return new Gate(
                new GateId("g"),
                "g",
                Stream.of(approvers).map(AgentId::new).toList(),
                List.of(),
                List.of(),
                policy,
                null);
    }
}
