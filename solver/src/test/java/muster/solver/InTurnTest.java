package muster.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import muster.rcpsp.Limits;
import muster.rcpsp.Project;
import muster.rcpsp.Project.Activity;
import muster.rcpsp.Project.Mode;
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
    private DoubleSupplier turn = () -> -1;

    @Test
    void eachEndsWithItsShareAndTheProverGoesOnFromTheBestOfBoth() {
        var both = inTurn(List.of(scheduled(30, 12, 0), scheduled(20, 15, 0)), List.of(scheduled(25, 10, 40)));

        var result = both.solve(NOTHING, null, LIMITS, SearchProgress.SILENT);

        assertThat(turns)
                .containsExactly(
                        "prover knows nothing, stops at 10 %",
                        "search knows nothing, stops at 90 %", "prover knows 25 from 12, stops at never");
        assertThat(result).isEqualTo(scheduled(20, 15, 40));
    }

    @Test
    void theProverHasMoreTimeForProjectsWithModes() {
        var mode = new Mode(1, List.of(), List.of());
        var project = new Project(List.of(new Activity(List.of(mode, mode), List.of())), List.of(), List.of());

        inTurn(List.of(scheduled(24, 12, 0), scheduled(20, 15, 0)), List.of(scheduled(25, 14, 40)))
                .solve(project, scheduled(33, 3, 0), LIMITS, SearchProgress.SILENT);

        assertThat(turns)
                .containsExactly(
                        "prover knows 33 from 3, stops at 60 %",
                        "search knows 33 from 3, stops at 80 %", "prover knows 24 from 14, stops at never");
    }

    @Test
    void boundsThatMeetTheOthersScheduleAreAProof() {
        var both = inTurn(List.of(scheduled(30, 25, 0)), List.of(scheduled(25, 10, 40)));

        assertThat(both.solve(NOTHING, null, LIMITS, SearchProgress.SILENT)).isEqualTo(scheduled(25, 25, 40));
    }

    @Test
    void progressNeverGoesBackWhenATurnBegins() {
        var told = new ArrayList<String>();
        var values = new ArrayList<>(List.of(30L, 25L, 28L));
        ProjectSolver talking = (_, _, _, progress) -> {
            progress.at(values.size() == 2 ? 40 : 0, values.getFirst(), values.removeFirst() - 20);
            return new NoneFound(0);
        };

        new InTurn(_ -> talking, talking, () -> 0)
                .solve(
                        NOTHING,
                        null,
                        LIMITS,
                        (schedules, value, bound) -> told.add(schedules + " " + value + " " + bound));

        assertThat(told).containsExactly("0 30 10", "40 25 10", "40 25 10");
    }

    @Test
    void theSearchIsToldTheShareOfItsOwnTurn() {
        inTurn(List.of(new NoneFound(0), new NoneFound(0)), List.of(new NoneFound(9)))
                .solve(NOTHING, null, LIMITS, SearchProgress.SILENT);

        spent = 0.1;
        assertThat(turn.getAsDouble()).isZero();
        spent = 0.5;
        assertThat(turn.getAsDouble()).isCloseTo(0.5, within(1e-9));
        spent = 0.95;
        assertThat(turn.getAsDouble()).isEqualTo(1);
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

    private InTurn inTurn(List<? extends ProjectResult> proofs, List<? extends ProjectResult> finds) {
        return new InTurn(
                share -> {
                    turn = share;
                    return player("search", finds);
                },
                player("prover", proofs),
                () -> spent);
    }

    private ProjectSolver player(String name, List<? extends ProjectResult> results) {
        var left = new ArrayList<ProjectResult>(results);
        return (_, known, limits, _) -> {
            var stops = IntStream.rangeClosed(0, 100)
                    .filter(percent -> stopsAt(limits, percent))
                    .findFirst();
            turns.add(name + " knows " + (known == null ? "nothing" : known.makespan() + " from " + known.bound())
                    + ", stops at " + (stops.isEmpty() ? "never" : stops.getAsInt() + " %"));
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
