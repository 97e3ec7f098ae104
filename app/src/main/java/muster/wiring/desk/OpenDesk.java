package muster.wiring.desk;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import muster.desk.Call;
import muster.desk.Counter;
import muster.desk.Ending;
import muster.desk.Reply;
import muster.desk.Route;
import muster.desk.WrongField;
import muster.engines.JournalDispatch;
import muster.run.RunId;
import muster.storage.Journal;
import muster.wiring.Workspace;
import org.jspecify.annotations.Nullable;

/// Answers calls from a journal that stays open. Each run has one turn at a time; who waits for something to do keeps
/// nobody from it.
public final class OpenDesk implements Counter, AutoCloseable {
    private final Workspace workspace;
    private final Journal journal;
    private final InstantSource clock;
    private final JournalDispatch dispatch;
    private final Map<RunId, OpenRun> runs = new ConcurrentHashMap<>();

    /// @param journal stays open when the desk closes
    public OpenDesk(Workspace workspace, Journal journal, InstantSource clock) {
        this.workspace = workspace;
        this.journal = journal;
        this.clock = clock;
        this.dispatch = new JournalDispatch(journal, clock, workspace.snapshots());
    }

    /// From here on runs are told what comes due without anybody calling.
    public OpenDesk start() {
        dispatch.start();
        return this;
    }

    @Override
    public Reply answer(Call call) throws IOException, InterruptedException {
        try {
            return switch (call.route()) {
                case STATUS -> new StatusReplies(workspace, journal).all(call.fields());
                case RUN, NEXT, CLAIM, HEARTBEAT, DONE, RELEASE, ASK, REPLY, CHECK -> ofRun(call);
            };
        } catch (WrongField wrong) {
            return new Reply.Refused(Ending.USAGE, String.valueOf(wrong.getMessage()));
        }
    }

    private Reply ofRun(Call call) throws IOException, InterruptedException {
        var id = run(call.fields().text("run", Route.LATEST));
        if (id == null) {
            return new Reply.Refused(
                    Ending.NOT_FOUND,
                    "no run " + call.fields().text("run", Route.LATEST) + " here; there are " + journal.runs());
        }
        if (call.route() == Route.RUN) {
            return new StatusReplies(workspace, journal).one(id, call.fields());
        }
        dispatch.deliver();
        var run = runs.computeIfAbsent(id, each -> new OpenRun(workspace, journal, clock, each));
        return switch (call.route()) {
            case NEXT -> next(run, call);
            case STATUS, RUN, CLAIM, HEARTBEAT, DONE, RELEASE, ASK, REPLY, CHECK ->
                run.alone(() -> new ClaimReplies(run, call).reply());
        };
    }

    /// Null if there is none.
    private @Nullable RunId run(String name) {
        var there = journal.runs();
        return there.stream()
                .filter(each -> each.value().equals(name))
                .findFirst()
                .orElse(name.equals(Route.LATEST) && !there.isEmpty() ? there.getLast() : null);
    }

    /// With `wait`, not before there is something to claim or the time is over.
    private Reply next(OpenRun run, Call call) throws IOException, InterruptedException {
        var asked = new NextReply(run, call.fields());
        var patience = Patience.of(call.fields().duration("wait", Duration.ZERO));
        try (var news = patience.news(journal, run.id())) {
            var reply = run.alone(asked::reply);
            while (reply.ending() == Ending.NO && news.await()) {
                reply = run.alone(asked::reply);
            }
            return reply;
        }
    }

    @Override
    public void close() {
        dispatch.close();
    }
}
