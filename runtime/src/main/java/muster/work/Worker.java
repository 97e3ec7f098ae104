package muster.work;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import muster.actions.Assignment;
import muster.actions.Performers;
import muster.actions.Processes;
import muster.engines.Told;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.run.Claimable;
import muster.run.Command;
import muster.run.Event;
import muster.run.RunState;
import muster.run.RunStatus;
import muster.run.Step;
import muster.run.StepState;
import org.jspecify.annotations.Nullable;

/// Pulls steps from a run by the rules that hold for anybody, performs their actions and tells what came of each
/// before it claims what depends on it. It heartbeats while it works, ends what it has lost or what was cancelled,
/// and takes over what workers of this machine held that are dead. For one thread.
public final class Worker {
    /// How often a worker looks at what others have told the run: cancellations are heeded within this time.
    private static final Duration LOOK = Duration.ofMillis(250);

    /// How often it looks for dead workers.
    private static final Duration ROUNDS = Duration.ofSeconds(5);

    /// How long it waits for its attempts to end when it is stopped; above the grace of agents.
    private static final Duration GOODBYE = Duration.ofSeconds(15);

    private final Board board;
    private final Performers performers;
    private final WorkTerms terms;
    private final WorkSetting setting;
    private final Map<TaskId, Underway> underway = new LinkedHashMap<>();
    private final BlockingQueue<Underway.Ended> ends = new LinkedBlockingQueue<>();
    private final SortedMap<TaskId, String> left = new TreeMap<>();
    private final Tally tally = new Tally();

    /// A worker on a board.
    public Worker(Board board, Performers performers, WorkTerms terms, WorkSetting setting) {
        this.board = board;
        this.performers = performers;
        this.terms = terms;
        this.setting = setting;
    }

    private static final class Tally {
        private int claims;
        private int done;
        private int failed;
        private int handedOn;
        private int asked;
        private int lost;
    }

    /// Works until its terms say that it is over.
    ///
    /// @throws InterruptedException if it was interrupted: what it was at has been ended and laid down
    public Worked work() throws IOException, InterruptedException {
        try (var presence = Presence.in(setting.folder())) {
            takeOver(presence);
            try {
                rounds(presence);
            } catch (InterruptedException e) {
                layDown();
                throw e;
            } finally {
                leave(presence);
            }
        }
        var state = board.state();
        left.keySet().removeIf(task -> !(state.step(task) instanceof StepState.Ready));
        return new Worked(tally.done, tally.failed, tally.handedOn, tally.asked, tally.lost, state.status(), left);
    }

    /// Whoever leaves something undone is found to be dead by the next worker.
    private void leave(Presence presence) throws IOException {
        underway.values().forEach(attempt -> attempt.stop(Stop.WORKER_STOPPED));
        if (underway.isEmpty()) {
            presence.forget(presence.name());
        }
    }

    private void rounds(Presence presence) throws IOException, InterruptedException {
        var nextRound = setting.clock().instant().plus(ROUNDS);
        var state = board.state();
        fill(state, presence);
        while (!underway.isEmpty() || !over(board.state())) {
            var ended = ends.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            if (ended != null) {
                settle(ended);
            }
            if (!setting.clock().instant().isBefore(nextRound)) {
                takeOver(presence);
                nextRound = setting.clock().instant().plus(ROUNDS);
            }
            watch(board.state());
            fill(board.state(), presence);
        }
    }

    private boolean over(RunState state) {
        return switch (terms.until()) {
            case ONCE -> true;
            case IDLE -> ended(state.status()) || !due(state);
            case ENDED -> ended(state.status());
        };
    }

    private static boolean ended(RunStatus status) {
        return switch (status) {
            case FINISHED, CANCELLED, ROLLED_BACK -> true;
            case NOT_STARTED, RUNNING, STALLED, PAUSED, ROLLING_BACK, ROLLBACK_STALLED -> false;
        };
    }

    /// True if a step waits for nothing but the end of its back-off, or for its turn to be claimed here.
    private boolean due(RunState state) {
        return state.ready().stream()
                .anyMatch(step -> performable(state, step)
                        && state.step(step.id()) instanceof StepState.Ready ready
                        && terms.agents().stream()
                                .anyMatch(agent ->
                                        Claimable.obstacle(state, step, agent, later(ready.notBefore())) == null));
    }

    private Instant later(Instant instant) {
        var now = setting.clock().instant();
        return instant.isAfter(now) ? instant : now;
    }

    private void fill(RunState first, Presence presence) throws IOException {
        var state = first;
        var chosen = chosen(state);
        while (chosen != null && room() && claimed(chosen, presence)) {
            state = board.state();
            chosen = chosen(state);
        }
    }

    private boolean room() {
        return underway.size() < terms.together() && (terms.until() != Until.ONCE || tally.claims == 0);
    }

    private @Nullable Chosen chosen(RunState state) {
        if (!room()) {
            return null;
        }
        return terms.agents().stream()
                .flatMap(agent -> board.open(agent).stream()
                        .filter(step -> performable(state, step))
                        .map(step -> new Chosen(step, agent)))
                .findFirst()
                .orElse(null);
    }

    private record Chosen(Step step, AgentId agent) {}

    private boolean performable(RunState state, Step step) {
        var action = action(state, step);
        var why = action == null ? "there is nothing to perform" : performers.obstacle(action);
        if (why != null && left.put(step.id(), why) == null && !(action instanceof Action.Manual)) {
            setting.progress().accept(step.id() + ": left to others: " + why);
        }
        return why == null;
    }

    private static @Nullable Action action(RunState state, Step step) {
        return step.actionFor(state.step(step.id()).purpose());
    }

    /// False if somebody else was faster.
    private boolean claimed(Chosen chosen, Presence presence) throws IOException {
        var task = chosen.step().id();
        var action = Objects.requireNonNull(action(board.state(), chosen.step()));
        tally.claims++;
        var told = board.claim(task, chosen.agent(), key(presence.name(), "claim/" + tally.claims));
        if (!(told instanceof Told.Accepted(var events))
                || !(events.getFirst().event() instanceof Event.AttemptStarted started)) {
            return false;
        }
        var state = board.state();
        var hold = state.claims().hold(task);
        if (hold == null || hold.fence() != started.attempt().fence()) {
            return false;
        }
        var assignment = Assignment.of(
                state,
                started,
                presence.name(),
                (share, text) -> setting.progress().accept(task + ": " + text));
        var held = new Board.Held(task, hold.fence(), chosen.agent());
        left.remove(task);
        setting.progress().accept(task + ": begun by " + chosen.agent() + " (fence " + hold.fence() + ")");
        var nextBeat = setting.clock().instant().plus(terms.beat());
        underway.put(
                task, Underway.begin(held, hold, nextBeat, new Underway.Work(performers, action, assignment, ends)));
        return true;
    }

    /// Ends what is lost, cancelled or over its time; says of the rest that it goes on.
    private void watch(RunState state) {
        var now = setting.clock().instant();
        for (var attempt : underway.values()) {
            var hold = state.claims().hold(attempt.held().task());
            if (hold == null || hold.fence() != attempt.held().fence()) {
                attempt.stop(Stop.CLAIM_LOST);
            } else if (state.status() == RunStatus.CANCELLED) {
                attempt.stop(Stop.RUN_CANCELLED);
            } else if (attempt.cutOff() != null && !now.isBefore(attempt.cutOff())) {
                attempt.stop(Stop.TIME_BOX);
            }
            if (!now.isBefore(attempt.nextBeat().get())) {
                attempt.nextBeat().set(now.plus(terms.beat()));
                board.beat(attempt.held(), "beat/" + attempt.held().fence() + "/" + now);
            }
        }
    }

    private void settle(Underway.Ended ended) throws IOException {
        var attempt = ended.attempt();
        underway.remove(attempt.held().task());
        var stopped = attempt.stopped().get();
        new Outcome(board, attempt.held()).tell(stopped, ended.result(), this::count);
    }

    private void count(Outcome.Kind kind, String text) {
        switch (kind) {
            case DONE -> tally.done++;
            case FAILED -> tally.failed++;
            case HANDED_ON -> tally.handedOn++;
            case ASKED -> tally.asked++;
            case LOST -> tally.lost++;
        }
        setting.progress().accept(text);
    }

    /// What a dead worker held is lost: nobody knows how far it came. What it has started is ended before.
    private void takeOver(Presence presence) throws IOException {
        for (var dead : presence.dead()) {
            Processes.endOfWorker(dead);
            board.state().claims().holds().forEach((task, hold) -> {
                if (key(dead, "").equals(begin(board.begunBy(hold.fence()), dead))) {
                    board.tell(
                            new Command.Lose(task, hold.fence(), "the worker that held it ended without an outcome"),
                            key(presence.name(), "lose/" + hold.fence()));
                    setting.progress().accept(task + ": taken over from a worker that is dead");
                }
            });
            presence.forget(dead);
        }
    }

    private static String begin(@Nullable String key, String dead) {
        var length = key(dead, "").length();
        return key == null || key.length() < length ? "" : key.substring(0, length);
    }

    private static String key(String worker, String what) {
        return "work/" + worker + "/" + what;
    }

    private void layDown() throws IOException, InterruptedException {
        var end = System.nanoTime() + GOODBYE.toNanos();
        underway.values().forEach(attempt -> attempt.stop(Stop.WORKER_STOPPED));
        while (!underway.isEmpty() && System.nanoTime() < end) {
            var ended = ends.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            if (ended != null) {
                settle(ended);
            }
        }
    }
}
