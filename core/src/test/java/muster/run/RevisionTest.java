package muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.plan.Action;
import muster.plan.GateId;
import org.junit.jupiter.api.Test;

/// A run of `a`, then `b`, then `c` behind a gate, whose plan is edited while `a` is done and `b` under way.
class RevisionTest {
    @Test
    void whatWaitsMayChangeComeAndGo() {
        var run = run();

        var told = revise(run, Plans.step("a"), Plans.step("b", "a"), Plans.step("d", "b"), Plans.step("e", "d"));

        assertThat(told)
                .containsExactly(new RevisionEvent.PlanRevised(
                        plan(Plans.step("a"), Plans.step("b", "a"), Plans.step("d", "b"), Plans.step("e", "d")),
                        "digest-2",
                        Plans.BOB,
                        "learnt",
                        List.of("task c is taken out", "task d is new", "task e is new", "gate g is taken out")));
        run.succeed("b");
        run.doIt("d");
        run.doIt("e");
        assertThat(run.state.status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void whatWasBegunStaysAndEverythingAgainstItIsSaidAtOnce() {
        var run = run();

        var told = revise(run, Plans.with(Plans.step("b"), new Action.Manual("otherwise"), null));

        assertThat(((Event.Refused) told.getFirst()).why())
                .isEqualTo("task a cannot be taken out, it is done; "
                        + "task b is running, its action, needs, compensation cannot change any more");
        assertThat(run.step("c")).isInstanceOf(StepState.Waiting.class);
    }

    @Test
    void howToUndoADoneStepMayBeLearntLater() {
        var run = run();
        var wiser = Plans.with(Plans.step("a"), Plans.step("a").action(), new Action.Manual("restore the backup"));

        revise(run, wiser, Plans.step("b", "a"));

        assertThat(run.state.plan().step(Plans.task("a")).compensation())
                .isEqualTo(new Action.Manual("restore the backup"));
    }

    @Test
    void aReadyStepThatNeedsSomethingNewWaitsAgain() {
        var run = new Trial(Plans.plan(Plans.step("a"), Plans.step("b")));

        revise(run, Plans.step("a", "b"), Plans.step("b"));

        assertThat(run.step("a")).isInstanceOf(StepState.Waiting.class);
    }

    @Test
    void aGateThatSaidNoCannotBeEditedAway() {
        var run = run();
        run.succeed("b");
        run.tell(new Command.Reject(new GateId("g"), Plans.BOB, "too dear"));

        var told = revise(run, Plans.step("a"), Plans.step("b", "a"), Plans.step("c", "b"));

        assertThat(((Event.Refused) told.getFirst()).why()).isEqualTo("gate g was rejected, it cannot change any more");
    }

    @Test
    void theFirstPlanIsKeptAsTheBaseline() {
        var run = run();

        revise(run, Plans.step("a"), Plans.step("b", "a"));

        assertThat(run.state.course().revisions())
                .extracting(Course.Revision::digest)
                .containsExactly("digest", "digest-2");
        assertThat(((Event.RunStarted) run.events.getFirst()).plan().steps()).hasSize(3);
    }

    @Test
    void aRunThatIsOverAndAPlanThatIsTheSameAreLeftAlone() {
        var run = new Trial(Plans.plan(Plans.step("a")));
        revise(run, Plans.step("a"));
        assertThat(revise(run, Plans.step("a"))).isEmpty();
        run.doIt("a");

        assertThat(revise(run, Plans.step("a"), Plans.step("b")).getFirst())
                .isEqualTo(new Event.Refused("revise", "r1", "the run is finished"));
    }

    @Test
    void anotherFileWithTheSameStepsIsTheOneThatTheRunGoesByFromHereOn() {
        var run = new Trial(Plans.plan(Plans.step("a")));

        revise(run, Plans.step("a"));

        assertThat(run.state.course().revisions().getLast())
                .extracting(Course.Revision::digest, Course.Revision::changes)
                .containsExactly("digest-2", List.of());
    }

    private static Trial run() {
        var gated = Plans.behind(Plans.step("c", "b"), "g");
        var run = new Trial(new RunPlan(
                new RunId("r1"),
                List.of(Plans.step("a"), Plans.step("b", "a"), gated),
                List.of(Plans.gate("g", "b", Plans.BOB))));
        run.doIt("a");
        run.claim("b");
        return run;
    }

    private static RunPlan plan(Step... steps) {
        return new RunPlan(new RunId("r1"), List.of(steps), List.of());
    }

    private static List<Event> revise(Trial run, Step... steps) {
        return run.tell(new Command.Revise(plan(steps), "digest-2", Plans.BOB, "learnt"));
    }
}
