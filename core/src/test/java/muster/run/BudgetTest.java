package muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.Checking;
import muster.plan.LateResults;
import muster.plan.Level;
import muster.plan.ResourceId;
import muster.plan.Share;
import org.junit.jupiter.api.Test;

/// A run with 1,000 tokens, of which `a` is planned to use up 600 and `b` 500.
class BudgetTest {
    private static final ResourceId TOKENS = new ResourceId("tokens");

    @Test
    void theRunWarnsOnceWhereItIsToldTo() {
        var run = run(List.of());
        take(run, "a");

        spend(run, 700);
        var warned = spend(run, 120);
        var more = spend(run, 50);

        assertThat(warned)
                .containsExactly(
                        new BudgetEvent.Spent(Plans.task("a"), 1, Plans.ANN, tokens(120)),
                        new BudgetEvent.BudgetReached(
                                TOKENS, Spending.Alarm.WARNED, new BigDecimal(820), new BigDecimal(1000)));
        assertThat(more).hasSize(1);
    }

    @Test
    void nothingBeginsOnceItIsUsedUpAndTheRunSaysSo() {
        var run = run(List.of());
        take(run, "a");

        spend(run, 1000);
        var refused = take(run, "c");
        finish(run, "a");

        assertThat(refused).isEqualTo("budget tokens is used up: 1000 were spent");
        assertThat(run.state.status()).isEqualTo(RunStatus.STALLED);
        assertThat(run.events.getLast()).isEqualTo(new Event.RunStalled("budget tokens is used up: 1000 were spent"));
    }

    @Test
    void aStepThatIsPlannedToUseUpMoreThanIsLeftBesideWhatIsUnderWayWaits() {
        var run = run(List.of());
        take(run, "a");

        var refused = take(run, "b");
        finish(run, "a");

        assertThat(refused)
                .isEqualTo("it is planned to use up 500 tokens of tokens, and 400 are left beside what is under way");
        assertThat(take(run, "b")).isEmpty();
    }

    @Test
    void whatIsPlannedMayUseUpAllThatIsLeft() {
        var run = run(List.of());
        take(run, "a");
        run.tell(new SteerCommand.Raise(TOKENS, new BigDecimal(99), Plans.BOB, "approved"));

        assertThat(take(run, "b")).contains("499 are left");
        run.tell(new SteerCommand.Raise(TOKENS, BigDecimal.ONE, Plans.BOB, "approved"));
        assertThat(take(run, "b")).isEmpty();
    }

    @Test
    void theRunWarnsAtTheVeryShare() {
        var run = run(List.of());
        take(run, "a");

        assertThat(spend(run, 799)).hasSize(1);
        assertThat(spend(run, 1)).hasSize(2);
    }

    @Test
    void moreOfItLetsTheRunGoOn() {
        var run = run(List.of());
        take(run, "a");
        spend(run, 1000);
        finish(run, "a");

        run.tell(new SteerCommand.Raise(TOKENS, new BigDecimal(600), Plans.BOB, "approved"));

        assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(take(run, "b")).isEmpty();
    }

    @Test
    void whatIsProvidedLaterLetsTheRunGoOnThen() {
        var run = run(List.of(new Level(Instant.parse("2026-01-06T00:00:00Z"), new BigDecimal(2000))));
        take(run, "a");
        spend(run, 1000);
        finish(run, "a");

        run.pass(Duration.ofDays(1));

        run.tell(new ClaimCommand.Expire());
        assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(take(run, "b")).isEmpty();
    }

    /// The tokens are gone, whoever works at the step now.
    @Test
    void whatAnAgentSpentCountsAlsoAfterItLostItsClaim() {
        var run = run(List.of());
        take(run, "a");
        run.pass(Duration.ofHours(2));
        run.tell(new ClaimCommand.Expire());

        spend(run, 300);

        assertThat(run.state.course().budget(TOKENS).spent()).isEqualByComparingTo("300");
    }

    @Test
    void aBudgetThatIsNotThereAndAnAmountThatIsNoneAreRefused() {
        var run = run(List.of());
        take(run, "a");

        assertThat(spend(run, 0).getFirst()).isInstanceOf(Event.Refused.class);
        assertThat(run.tell(new ClaimCommand.Spend(
                                Plans.task("a"),
                                1,
                                Plans.ANN,
                                new TreeMap<>(Map.of(new ResourceId("usd"), BigDecimal.ONE))))
                        .getFirst())
                .isEqualTo(new Event.Refused("spend", "a", "the run has no budget usd; it has [tokens]"));
        assertThat(run.tell(new ClaimCommand.Spend(Plans.task("a"), 9, Plans.ANN, tokens(5)))
                        .getFirst())
                .isEqualTo(new Event.Refused("spend", "a", "fence 9 was never given out"));
    }

    @Test
    void undoingIsNotRefusedForMoney() {
        var run = run(List.of());
        take(run, "a");
        spend(run, 1000);
        finish(run, "a");

        run.rollBack();

        assertThat(take(run, "a")).isEmpty();
    }

    private static Trial run(List<Level> later) {
        var steps = List.of(planned("a", 600), planned("b", 500), Plans.step("c"));
        var budget = new RunBudget(TOKENS, "tokens", new BigDecimal(1000), later, new Share(0.8));
        return new Trial(new RunPlan(new RunId("r1"), steps, List.of(), List.of(), List.of(), List.of(budget)));
    }

    private static Step planned(String id, int amount) {
        return Plans.step(id)
                .on(new Terms(
                        List.of(), List.of(), List.of(), Checking.NONE, LateResults.REFUSE, null, tokens(amount)));
    }

    private static SortedMap<ResourceId, BigDecimal> tokens(int amount) {
        return new TreeMap<>(Map.of(TOKENS, BigDecimal.valueOf(amount)));
    }

    /// Why not; empty if it may.
    private static String take(Trial run, String task) {
        var told =
                run.tell(new ClaimCommand.Take(Plans.task(task), Plans.ANN, Lease.USUAL, List.of(), new TreeMap<>()));
        return told.getFirst() instanceof Event.Refused refused ? refused.why() : "";
    }

    private static List<Event> spend(Trial run, int amount) {
        return run.tell(new ClaimCommand.Spend(Plans.task("a"), 1, Plans.ANN, tokens(amount)));
    }

    private static void finish(Trial run, String task) {
        var fence = run.state.claims().hold(Plans.task(task)).fence();
        run.tell(new ClaimCommand.Finish(Plans.task(task), fence, Plans.ANN, new TreeMap<>(), new TreeMap<>()));
    }
}
