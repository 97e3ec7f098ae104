package muster.engines;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import muster.actions.Performers;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.run.ActionResult;
import muster.run.ClaimCommand;
import muster.run.Claimable;
import muster.run.Command;
import muster.run.Event;
import muster.run.Hands;
import muster.run.Place;
import muster.run.RunState;
import muster.run.Step;
import muster.run.StepState;
import org.jspecify.annotations.Nullable;

/// The one writer of a run: it reads one mailbox, tells commands to the journal and starts attempts.
final class RunWriter implements Runnable {
    /// How often a waiting run looks for what other processes appended even if the journal's watch told nothing.
    private static final Duration LOOK_OUTSIDE = Duration.ofSeconds(1);

    /// The agent named for steps that have no owner.
    private static final AgentId NOBODY_ELSE = new AgentId("muster");

    private final JournaledRun run;
    private final EngineSettings settings;
    private final RunClock clock;
    private final Mailbox mailbox;
    private final Attempts attempts;
    private final Room room;
    private final List<Mailbox.Watch> watchers = new ArrayList<>();

    RunWriter(JournaledRun run, Performers performers, EngineSettings settings, RunClock clock) {
        this.run = run;
        this.settings = settings;
        this.clock = clock;
        this.mailbox = new Mailbox();
        this.room = new Room(settings.capacity());
        this.attempts = new Attempts(
                performers,
                settings.progress(),
                (attempt, result) -> mailbox.send(new Mailbox.Outcome(attempt, result)));
    }

    Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public void run() {
        Throwable why = new CancellationException("the engine stopped");
        try {
            work();
        } catch (InterruptedException | RuntimeException e) {
            why = e;
        } finally {
            attempts.stop();
            mailbox.shut(why);
            Mailbox.unanswered(watchers, why);
        }
    }

    private void work() throws InterruptedException {
        var going = true;
        while (going) {
            expire();
            dispatch();
            var due = due();
            if (due == null && attempts.count() == 0) {
                watchers.forEach(watcher -> watcher.answer().complete(run.state()));
                watchers.clear();
            }
            going = handle(mailbox.next(wait(due)));
        }
    }

    private Duration wait(@Nullable Instant due) {
        if (due == null) {
            return LOOK_OUTSIDE;
        }
        var left = clock.until(due);
        return left.compareTo(LOOK_OUTSIDE) < 0 ? left : LOOK_OUTSIDE;
    }

    /// False once it was told to stop.
    private boolean handle(Mailbox.@Nullable Message message) {
        switch (message) {
            case null -> run.catchUp();
            case Mailbox.News _ -> run.catchUp();
            case Mailbox.Tell tell -> answer(tell);
            case Mailbox.Resume resume -> answer(recovery(resume));
            case Mailbox.Outcome outcome -> record(outcome);
            case Mailbox.Watch watch -> watch(watch);
            case Mailbox.Stop _ -> {
                return false;
            }
        }
        return true;
    }

    /// Whoever asks for the state knows what other processes appended before.
    private void watch(Mailbox.Watch watch) {
        watchers.add(watch);
        run.catchUp();
    }

    private void answer(Mailbox.Tell tell) {
        try {
            tell.answer().complete(run.tell(tell.command(), tell.key()));
        } catch (RuntimeException e) {
            tell.answer().completeExceptionally(e);
            throw e;
        }
    }

    private Mailbox.Tell recovery(Mailbox.Resume resume) {
        var key = "engine/recover/" + run.state().version();
        return new Mailbox.Tell(new Command.Recover(attempts.fences()), key, resume.answer());
    }

    private void record(Mailbox.Outcome outcome) {
        var task = outcome.attempt().task();
        var fence = outcome.attempt().attempt().fence();
        attempts.ended(task);
        Command command = switch (outcome.result()) {
            case ActionResult.Succeeded(var outputs) -> new Command.Succeed(task, fence, outputs);
            case ActionResult.Failed(var why) -> new Command.Fail(task, fence, why);
            case ActionResult.NeedsDecision(var questions) -> new Command.Ask(task, fence, questions);
        };
        run.tell(command, "engine/outcome/" + fence);
    }

    /// Takes steps from agents outside that are dead by now.
    private void expire() {
        var due = run.state().claims().nextLoss();
        if (due != null && !clock.instant().isBefore(due)) {
            run.tell(new ClaimCommand.Expire(), "engine/expire/" + run.state().version());
        }
    }

    private void dispatch() {
        var next = startable();
        while (next != null && begin(next)) {
            next = startable();
        }
    }

    /// False if somebody else was faster; the next round sees what they did.
    private boolean begin(Step step) {
        var key = "engine/begin/" + run.state().version();
        var action = action(step);
        if (action instanceof Action.Manual) {
            return complete(step, key);
        }
        var claim = new Command.Claim(step.id(), performerOf(step), Place.ENGINE);
        if (run.tell(claim, key) instanceof Told.Accepted(var events)
                && events.getFirst().event() instanceof Event.AttemptStarted started) {
            attempts.start(run.state(), action, started);
            return true;
        }
        return false;
    }

    private boolean complete(Step step, String key) {
        var hands = settings.hands();
        if (hands == null) {
            return false;
        }
        var outputs = hands.complete(step);
        var command = new Command.CompleteManual(step.id(), performerOf(step), Hands.SIMULATED, outputs);
        return run.tell(command, key) instanceof Told.Accepted;
    }

    private @Nullable Step startable() {
        var state = run.state();
        var now = clock.instant();
        return candidates(state).stream()
                .filter(step -> !now.isBefore(notBefore(state, step)))
                .findFirst()
                .orElse(null);
    }

    /// When the next step may start that waits for nothing but time; null if there is none.
    private @Nullable Instant due() {
        var state = run.state();
        return candidates(state).stream()
                .map(step -> notBefore(state, step))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private List<Step> candidates(RunState state) {
        if (attempts.count() >= settings.together()) {
            return List.of();
        }
        return state.ready().stream()
                .filter(step -> !(action(step) instanceof Action.Manual) || settings.hands() != null)
                .filter(step -> room.has(state, step))
                .filter(step -> Claimable.poor(state, step, clock.instant()) == null)
                .toList();
    }

    private static Instant notBefore(RunState state, Step step) {
        return state.step(step.id()) instanceof StepState.Ready ready ? ready.notBefore() : Instant.MAX;
    }

    private Action action(Step step) {
        var action = step.actionFor(run.state().step(step.id()).purpose());
        return action == null ? step.action() : action;
    }

    private static AgentId performerOf(Step step) {
        return step.owners().isEmpty() ? NOBODY_ELSE : step.owners().getFirst();
    }
}
