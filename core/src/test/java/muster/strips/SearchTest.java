package muster.strips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchTest {
    private static final SearchLimits NONE = SearchLimits.counted(SearchLimits.NO_LIMIT, SearchLimits.NO_LIMIT);
    private static final int SEEDS_AT_ONCE = 250;

    static IntStream firstSeeds() {
        return IntStream.range(0, 40).map(each -> each * SEEDS_AT_ONCE);
    }

    @ParameterizedTest(name = "250 seeds from {0}")
    @MethodSource("firstSeeds")
    void theOptimumIsThatOfLookingAtEveryState(int first) {
        for (int seed = first; seed < first + SEEDS_AT_ONCE; seed++) {
            var task = RandomTask.of(seed);

            var twin = EveryState.cheapest(task);

            sameAsTwin("seed " + seed, task, twin, Search.optimal(task, NONE));
            sameAsTwin("seed " + seed, task, twin, Search.atLength(task, NONE, _ -> {}, Quest::optimal));
        }
    }

    private static void sameAsTwin(String seed, StripsTask task, OptionalLong twin, SearchResult result) {
        switch (result) {
            case SearchResult.Optimal(var plan, long cost, var _) -> {
                assertThat(twin).as(seed).hasValue(cost);
                assertThat(EveryState.fault(task, plan, cost)).as(seed).isEmpty();
            }
            case SearchResult.Unsolvable _ -> assertThat(twin).as(seed).isEmpty();
            case SearchResult.Feasible _, SearchResult.LimitReached _ -> throw new AssertionError(seed + ": " + result);
        }
    }

    /// On large tasks finding such pairs takes seconds.
    @Test
    void whatIsStoppedKnowsOfNoPairsThatExcludeEachOther() {
        var task = Gripper.of(3);
        var compact = Prepared.of(task, new Reachability(task), NONE.stop()).task();

        assertThat(excluded(compact, Mutexes.of(compact, () -> false))).isPositive();
        assertThat(excluded(compact, Mutexes.of(compact, () -> true))).isZero();
    }

    private static long excluded(CompactTask task, Mutexes mutexes) {
        return IntStream.range(0, task.facts * task.facts)
                .filter(pair -> mutexes.exclude(pair / task.facts, pair % task.facts))
                .count();
    }

    @ParameterizedTest(name = "250 seeds from {0}")
    @MethodSource("firstSeeds")
    void theAnytimeSearchEndsWithTheSameProof(int first) {
        for (int seed = first; seed < first + SEEDS_AT_ONCE; seed += 5) {
            var task = RandomTask.of(seed);
            var told = new ArrayList<Long>();

            var result = Search.atLength(task, NONE, better -> told.add(better.cost()), Quest::anytime);

            var twin = EveryState.cheapest(task);
            assertThat(result instanceof SearchResult.Optimal)
                    .as("seed %d", seed)
                    .isEqualTo(twin.isPresent());
            assertThat(told).as("seed %d", seed).isSortedAccordingTo((one, other) -> Long.compare(other, one));
            twin.ifPresent(cost -> assertThat(told.getLast()).isEqualTo(cost));
        }
    }

    @ParameterizedTest(name = "250 seeds from {0}")
    @MethodSource("firstSeeds")
    void aSearchByNoveltyFindsAPlanWheneverThereIsOne(int first) {
        for (int seed = first; seed < first + SEEDS_AT_ONCE; seed += 5) {
            var task = RandomTask.of(seed);
            var reachable = new Reachability(task);
            if (reachable.unreachableGoals().size() > 0
                    || !reachable.shortages().isEmpty()) {
                continue;
            }
            var compact = Prepared.of(task, reachable, NONE.stop());

            var search = new NoveltySearch(compact.plainly(NONE));
            boolean found = search.run();

            assertThat(found)
                    .as("seed %d", seed)
                    .isEqualTo(EveryState.cheapest(task).isPresent());
            assertThat(search.exhausted()).as("seed %d", seed).isNotEqualTo(found);
            if (found) {
                var plan = IntStream.of(search.way())
                        .map(each -> compact.task().origin[each])
                        .boxed()
                        .toList();
                long cost = plan.stream()
                        .mapToLong(each -> task.operators().get(each).cost())
                        .sum();
                assertThat(EveryState.fault(task, plan, cost))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void aSmallTaskIsProvenByLookingAtItsStates() {
        var task = Gripper.of(2);
        var told = new ArrayList<Improvement>();

        var quick = Search.anytime(task, NONE, told::add);
        var atLength = (SearchResult.Optimal) Search.atLength(task, NONE, _ -> {}, Quest::optimal);

        assertThat(quick).isInstanceOfSatisfying(SearchResult.Optimal.class, optimal -> {
            assertThat(optimal.cost()).isEqualTo(atLength.cost());
            assertThat(EveryState.fault(task, optimal.plan(), optimal.cost())).isEmpty();
            assertThat(optimal.counts().evaluations())
                    .isEqualTo(optimal.counts().generated());
            assertThat(told)
                    .containsExactly(new Improvement(optimal.plan(), optimal.cost(), optimal.cost(), optimal.counts()));
        });
    }

    @Test
    void stepsThatCostNothingAndServeNothingAreInNoPlan() {
        var idle = new Operator("idle", FactSet.EMPTY, FactSet.of(1), FactSet.of(2), 0, Operator.Numeric.NONE);
        var move = new Operator("move", FactSet.of(0), FactSet.of(2), FactSet.of(0), 0, Operator.Numeric.NONE);
        var task = StripsTask.of(3, FactSet.of(0), FactSet.of(2), List.of(move, idle));

        assertThat(Search.optimal(task, NONE))
                .isInstanceOfSatisfying(
                        SearchResult.Optimal.class,
                        optimal -> assertThat(optimal.plan()).containsExactly(0));
    }

    @Test
    void ballsThatAreAllAlikeNeedNoWorkPerOrder() {
        var task = Gripper.of(12);

        var result = (SearchResult.Optimal) Search.optimal(task, SearchLimits.counted(20_000, 20_000));

        assertThat(result.cost()).isEqualTo(35);
        assertThat(EveryState.fault(task, result.plan(), result.cost())).isEmpty();
    }

    @Test
    void theSameTaskGivesTheSamePlan() {
        var task = Gripper.of(6);

        var once = (SearchResult.Optimal) Search.optimal(task, NONE);
        var again = (SearchResult.Optimal) Search.optimal(task, NONE);

        assertThat(again).isEqualTo(once);
    }

    @Test
    void aLimitLeavesTheBestPlanAndABoundThatHolds() {
        var result = Search.optimal(Gripper.of(12), SearchLimits.counted(200, 100_000));

        assertThat(result).isInstanceOfSatisfying(SearchResult.Feasible.class, feasible -> {
            assertThat(feasible.bound()).isPositive().isLessThanOrEqualTo(35);
            assertThat(feasible.cost()).isGreaterThanOrEqualTo(35);
            assertThat(feasible.counts().expansions()).isLessThan(2_000);
        });
    }

    @Test
    void aLimitBeforeTheFirstPlanLeavesABound() {
        assertThat(Search.optimal(Gripper.of(12), SearchLimits.counted(1, 100_000)))
                .isInstanceOfSatisfying(
                        SearchResult.LimitReached.class,
                        limit -> assertThat(limit.bound()).isBetween(0L, 35L));
    }

    @Test
    void theFirstPlanHasABoundBesideIt() {
        var limits = SearchLimits.counted(1_100, SearchLimits.NO_LIMIT);

        assertThat(Search.anytime(Gripper.of(40), limits, _ -> {}))
                .isInstanceOfSatisfying(
                        SearchResult.Feasible.class,
                        found -> assertThat(found.bound()).isBetween(80L, 119L));
    }

    @Test
    void theStopSignalEndsTheSearch() {
        var asked = new AtomicInteger();
        var limits = new SearchLimits(SearchLimits.NO_LIMIT, SearchLimits.NO_LIMIT, () -> asked.incrementAndGet() > 60);

        assertThat(Search.anytime(Gripper.of(40), limits, _ -> {})).isInstanceOf(SearchResult.Feasible.class);
    }

    @Test
    void whatNobodyCanMakeTrueIsNamed() {
        var operator = new Operator("a", FactSet.of(0), FactSet.of(1), FactSet.EMPTY, 1, Operator.Numeric.NONE);
        var task = StripsTask.of(3, FactSet.of(0), FactSet.of(1, 2), List.of(operator));

        assertThat(Search.optimal(task, NONE))
                .isEqualTo(new SearchResult.Unsolvable(
                        new SearchResult.Reason.Unreachable(FactSet.of(2), List.of()), SearchCounts.NONE));
    }

    @Test
    void whatThereIsNotEnoughOfIsNamedWithTheMostThatCanBeHad() {
        var clean = new Operator(
                "clean",
                FactSet.of(0),
                FactSet.EMPTY,
                FactSet.of(0),
                1,
                new Operator.Numeric(List.of(), List.of(new Change.Increase(0, 15))));
        var needed = new AtLeast(0, 40);
        var task = new StripsTask(
                1, FactSet.of(0), FactSet.EMPTY, List.of(clean), new Fluents(List.of(10L), List.of(needed)));

        assertThat(Search.optimal(task, NONE))
                .isEqualTo(new SearchResult.Unsolvable(
                        new SearchResult.Reason.Unreachable(
                                FactSet.EMPTY, List.of(new SearchResult.Shortage(needed, 25))),
                        SearchCounts.NONE));
    }
}
