package muster.work;

import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import muster.engines.Told;
import muster.run.ActionResult;
import muster.run.ClaimCommand;
import muster.run.Command;
import muster.run.StepState;
import org.jspecify.annotations.Nullable;

/// Tells a run what came of an attempt.
record Outcome(Board board, Board.Held held) {

    /// What an attempt came to.
    enum Kind {
        DONE,
        FAILED,
        HANDED_ON,
        ASKED,
        LOST
    }

    void tell(@Nullable Stop stopped, ActionResult result, BiConsumer<Kind, String> told) throws IOException {
        switch (result) {
            case ActionResult.Succeeded(var outputs) -> {
                var answer = board.finish(held, outputs, key("done"));
                if (answer instanceof Told.Refused(var why)) {
                    notDone(why, told);
                } else {
                    told.accept(Kind.DONE, held.task() + ": done");
                }
            }
            case ActionResult.Failed(var why) -> ended(stopped, why, told);
            case ActionResult.NeedsDecision(var questions) -> {
                var answer =
                        board.tell(new ClaimCommand.Ask(held.task(), held.fence(), held.by(), questions), key("ask"));
                asks(answer instanceof Told.Refused ? Kind.LOST : Kind.ASKED, questions, told);
            }
        }
    }

    /// Done is a claim: what was refused has failed, unless it is nobody's business here any more.
    private void notDone(String why, BiConsumer<Kind, String> told) {
        var hold = board.state().claims().hold(held.task());
        if (hold == null || hold.fence() != held.fence()) {
            told.accept(Kind.LOST, held.task() + ": came too late: " + why);
        } else {
            failed("it was said to be done, but " + why, told);
        }
    }

    private void ended(@Nullable Stop stopped, String why, BiConsumer<Kind, String> told) {
        switch (stopped) {
            case null -> failed(why, told);
            case TIME_BOX -> handedOn(told);
            case CLAIM_LOST -> told.accept(Kind.LOST, held.task() + ": ended, its claim was lost");
            case RUN_CANCELLED -> lost("the run was cancelled", told);
            case WORKER_STOPPED -> lost("the worker was stopped", told);
        }
    }

    private void failed(String why, BiConsumer<Kind, String> told) {
        var answer = board.tell(new ClaimCommand.GiveUp(held.task(), held.fence(), held.by(), why), key("failed"));
        told.accept(answer instanceof Told.Refused ? Kind.LOST : Kind.FAILED, held.task() + ": failed: " + why);
    }

    /// What it made so far stays for whoever claims it next. If that is refused, the clock ends the time-box.
    private void handedOn(BiConsumer<Kind, String> told) {
        var answer = board.tell(new ClaimCommand.HandOn(held.task(), held.fence(), held.by()), key("hand-on"));
        if (answer instanceof Told.Refused(var why)) {
            told.accept(Kind.LOST, held.task() + ": ended, its time-box was over: " + why);
        } else if (board.state().step(held.task()) instanceof StepState.Blocked blocked) {
            asks(Kind.ASKED, blocked.questions(), told);
        } else {
            told.accept(Kind.HANDED_ON, held.task() + ": handed on, its time-box was over");
        }
    }

    private void asks(Kind kind, List<String> questions, BiConsumer<Kind, String> told) {
        told.accept(kind, held.task() + ": asks: " + String.join("; ", questions));
    }

    /// Nobody knows how far it came, so it counts as begun: a rollback undoes it.
    private void lost(String why, BiConsumer<Kind, String> told) {
        board.tell(new Command.Lose(held.task(), held.fence(), why), key("lost"));
        told.accept(Kind.LOST, held.task() + ": ended: " + why);
    }

    private String key(String word) {
        return "work/" + word + "/" + held.fence();
    }
}
