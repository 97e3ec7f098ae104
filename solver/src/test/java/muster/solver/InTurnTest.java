package muster.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import muster.rcpsp.Limits;
import muster.rcpsp.Project;
import muster.rcpsp.ProjectResult;
import muster.rcpsp.ProjectResult.Infeasible;
import muster.rcpsp.ProjectResult.NoneFound;
import muster.rcpsp.ProjectResult.Scheduled;
import muster.rcpsp.ProjectSolver;
import muster.rcpsp.SearchProgress;
import org.junit.jupiter.api.Test;

class InTurnTest {
    private static final Project NOTHING = new Project(List.of(), List.of(), List.of());
    private static final Limits LIMITS = new Limits(50, 3, 2, () -> false);

    private final List<String> turns = new ArrayList<>();
    private double spent;

    @Test
    void eachBeginsWithWhatTheOtherFoundAndEndsWithItsShare() {
        var both = inTurn(List.of(scheduled(30, 10, 0), scheduled(20, 15, 0)), List.of(scheduled(25, 10, 40)));

        var result = both.solve(NOTHING, null, LIMITS, SearchProgress.SILENT);

        assertThat(turns)
                .containsExactly(
                        "prover knows nothing, stops at 10 %",
                        "search knows 30, stops at 70 %", "prover knows 25, stops at never");
        assertThat(result).isEqualTo(scheduled(20, 15, 40));
    }

    @Test
    void aProofEndsItAtOnce() {
        assertThat(inTurn(List.of(scheduled(10, 10, 0)), List.of()).solve(NOTHING, null, LIMITS, SearchProgress.SILENT))
                .isEqualTo(scheduled(10, 10, 0));
        assertThat(inTurn(List.of(new Infeasible("why")), List.of())
                        .solve(NOTHING, null, LIMITS, SearchProgress.SILENT))
                .isEqualTo(new Infeasible("why"));
        assertThat(inTurn(List.of(new NoneFound(0)), List.of(scheduled(10, 10, 7)))
                        .solve(NOTHING, null, LIMITS, SearchProgress.SILENT))
                .isEqualTo(scheduled(10, 10, 7));
    }

    @Test
    void whatNobodyFindsIsNotFound() {
        assertThat(inTurn(List.of(new NoneFound(0), new NoneFound(0)), List.of(new NoneFound(50)))
                        .solve(NOTHING, null, LIMITS, SearchProgress.SILENT))
                .isEqualTo(new NoneFound(50));
    }

    @Test
    void aBudgetOfProcessorTimeIsSpentByWorking() {
        var none = new CpuBudget(Duration.ZERO);
        var much = new CpuBudget(Duration.ofDays(1));

        assertThat(none.getAsBoolean()).isTrue();
        assertThat(none.share()).isEqualTo(1);
        assertThat(much.getAsBoolean()).isFalse();
        assertThat(much.share()).isBetween(0.0, 0.01);
    }

    private InTurn inTurn(List<? extends ProjectResult> proofs, List<? extends ProjectResult> finds) {
        return new InTurn(player("search", finds), player("prover", proofs), () -> spent);
    }

    private ProjectSolver player(String name, List<? extends ProjectResult> results) {
        var left = new ArrayList<ProjectResult>(results);
        return (_, known, limits, _) -> {
            var stops = IntStream.rangeClosed(0, 100)
                    .filter(percent -> stopsAt(limits, percent))
                    .findFirst();
            turns.add(name + " knows " + (known == null ? "nothing" : known.makespan()) + ", stops at "
                    + (stops.isEmpty() ? "never" : stops.getAsInt() + " %"));
            return left.removeFirst();
        };
    }

    private boolean stopsAt(Limits limits, int percent) {
        spent = percent / 100.0;
        return limits.stop().getAsBoolean();
    }

    private static Scheduled scheduled(int makespan, int bound, long schedules) {
        return new Scheduled(List.of(), List.of(), makespan, bound, schedules);
    }
}
