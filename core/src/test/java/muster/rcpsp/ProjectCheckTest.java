package muster.rcpsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectCheckTest {
    /// Two activities of two periods, one after the other with a lag of one, that use up one each of two.
    private static final Project PROJECT = new Project(
            List.of(
                    new Project.Activity(List.of(mode(1)), List.of(new Project.Successor(1, 1))),
                    new Project.Activity(List.of(mode(1), mode(2)), List.of()),
                    new Project.Activity(List.of(new Project.Mode(1, List.of(1), List.of(0))), List.of())),
            List.of(1),
            List.of(2));

    private static Project.Mode mode(int use) {
        return new Project.Mode(2, List.of(1), List.of(use));
    }

    @Test
    void aRightScheduleHasNoFaults() {
        assertThat(ProjectCheck.faults(PROJECT, List.of(0, 3, 2), List.of(0, 0, 0), 5))
                .isEmpty();
    }

    @Test
    void everyRuleThatIsBrokenIsAFault() {
        assertThat(ProjectCheck.faults(PROJECT, List.of(0, 3, 2), List.of(0, 0, 0), 6))
                .containsExactly("the last activity finishes at 5, but the makespan is said to be 6");
        assertThat(ProjectCheck.faults(PROJECT, List.of(0, 2, 4), List.of(0, 0, 0), 5))
                .containsExactly("activity 2 starts at 2, but must wait until 3 for activity 1");
        assertThat(ProjectCheck.faults(PROJECT, List.of(0, 3, 4), List.of(0, 0, 0), 5))
                .containsExactly("at 4, 2 of renewable resource 1 are held, but there are 1");
        assertThat(ProjectCheck.faults(PROJECT, List.of(0, 3, 2), List.of(0, 1, 0), 5))
                .containsExactly("3 of nonrenewable resource 1 are used up, but there are 2");
        assertThat(ProjectCheck.faults(PROJECT, List.of(0, 3, -1), List.of(0, 0, 0), 5))
                .containsExactly("activity 3 starts before 0");
        assertThat(ProjectCheck.faults(PROJECT, List.of(0, 3, 2), List.of(0, 2, 0), 5))
                .containsExactly("activity 2 has no mode 3");
        assertThat(ProjectCheck.faults(PROJECT, List.of(0, 3), List.of(0, 0), 5))
                .hasSize(1);
    }
}
