package muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import muster.facts.WorldState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanMemoryTest {
    private final PlanMemory memory = new PlanMemory();

    private static SmallWorld twoParts() {
        return new SmallWorld()
                .act("dig", 3, "", "hole", "")
                .act("pour", 5, "hole", "base", "")
                .act("write", 2, "", "text", "")
                .act("print", 4, "text", "book", "")
                .act("idle", 1, "", "nothing", "base book");
    }

    @Test
    void aPartThatWasSolvedFromTheSameFactsIsNotSearchedAgain() {
        var problem = twoParts().problem("", "base book");

        var first = planned(problem);
        var second = planned(problem);

        assertThat(memory.searches()).isEqualTo(2);
        assertThat(first.cost()).isEqualTo(new Cost(14)).isEqualTo(second.cost());
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aFactThatChangesIsSearchedForInItsPartAlone() {
        planned(twoParts().problem("", "base book"));

        var changed = planned(twoParts().problem("text", "base book"));

        assertThat(memory.searches()).isEqualTo(3);
        assertThat(SmallWorld.names(changed.plan())).containsExactlyInAnyOrder("dig", "pour", "print");
    }

    @Test
    void whatTakesFromOneAmountIsOnePart() {
        var world = new SmallWorld()
                .act("left", 1, "", "l", "")
                .amounts("disk-3")
                .act("right", 1, "", "r", "")
                .amounts("disk-3")
                .act("clean", 7, "", "", "")
                .amounts("disk+4");
        var problem = world.problem(SmallWorld.having(WorldState.EMPTY, "disk", 5), "l r", Terms.NONE);

        var planned = planned(problem);

        assertThat(planned.cost()).isEqualTo(new Cost(9));
        assertThat(PlanCheck.faults(problem, planned.plan())).isEmpty();
    }

    @Test
    void whatUndoesAnotherPartIsOnePartWithIt() {
        var world = new SmallWorld().act("paint", 1, "", "colour", "").act("burn", 1, "", "ash", "colour");
        var problem = world.problem("", "ash colour");

        var planned = planned(problem);

        assertThat(SmallWorld.names(planned.plan())).containsExactly("burn", "paint");
        assertThat(memory.searches()).isEqualTo(1);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void plansCostWhatThoseOfAWholeSearchCost(long seed) {
        same(RandomAmounts.problem(seed));
        same(islands(new Random(seed)));
    }

    private void same(PlanningProblem problem) {
        var whole = GoapPlanner.whole(problem, () -> false);

        var remembered = memory.plan(problem, () -> false);

        assertThat(remembered).isEqualTo(memory.plan(problem, () -> false)).isEqualTo(GoapPlanner.plan(problem));

        if (whole instanceof PlanningResult.Optimal(var _, var cost, var _)) {
            var found = (PlanningResult.Optimal) remembered;
            assertThat(found.cost()).isEqualTo(cost);
            assertThat(PlanCheck.faults(problem, found.plan())).isEmpty();
        } else {
            assertThat(remembered).isEqualTo(whole);
        }
    }

    /// Groups of facts with actions of their own, and now and then one that undoes or needs a fact of the next.
    private static PlanningProblem islands(Random random) {
        var world = new SmallWorld();
        for (int island = 0; island < 3; island++) {
            for (int action = 0; action < 4; action++) {
                int other = random.nextInt(8) == 0 ? (island + 1) % 3 : island;
                world.act(
                        "a" + island + action,
                        1 + random.nextInt(5),
                        some(random, other),
                        some(random, island),
                        random.nextInt(3) == 0 ? some(random, other) : "");
            }
        }
        var holding = IntStream.range(0, 3).mapToObj(island -> some(random, island));
        return world.problem(holding.collect(Collectors.joining(" ")), "f00 f10 f21");
    }

    private static String some(Random random, int island) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> "f" + island + random.nextInt(3))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private PlanningResult.Optimal planned(PlanningProblem problem) {
        return (PlanningResult.Optimal) memory.plan(problem, () -> false);
    }
}
