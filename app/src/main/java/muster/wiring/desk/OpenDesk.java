package muster.wiring.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import muster.desk.Call;
import muster.desk.Counter;
import muster.desk.Ending;
import muster.desk.Form;
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
    private final Setting setting;
    private final Workspace workspace;
    private final Journal journal;
    private final JournalDispatch dispatch;
    private final Bells bells;
    private final SeenTeams seen;
    private final Map<RunId, OpenRun> runs = new ConcurrentHashMap<>();

    /// Opens it.
    public OpenDesk(Setting setting) {
        this.setting = setting;
        this.workspace = setting.workspace();
        this.journal = setting.journal();
        this.dispatch = new JournalDispatch(journal, setting.clock(), workspace.snapshots());
        this.bells = new Bells(journal);
        this.seen = new SeenTeams(workspace, journal);
    }

    /// From here on runs are told what comes due without anybody calling, unless an engine does that.
    public OpenDesk start() {
        if (setting.bringing() == null) {
            dispatch.start();
        }
        return this;
    }

    @Override
    public Reply answer(Call call) throws IOException, InterruptedException {
        var clean = call.route().method() == Route.Method.GET ? call : Prose.clean(call);
        var reply = answered(clean);
        return clean.equals(call) ? reply : Prose.told(reply);
    }

    private Reply answered(Call call) throws IOException, InterruptedException {
        try {
            return switch (call.route()) {
                case STATUS -> new StatusReplies(workspace, journal, seen).all(call.fields());
                case LOG_VERIFY -> new LogReplies(workspace, journal).verify();
                case BEGIN, REPLAN ->
                    PlanToRun.with(
                            workspace,
                            BeginReplies.within(workspace, call),
                            call.fields(),
                            read -> new BeginReplies(setting).reply(call, read));
                case REPLANNING -> replanning(call, BeginReplies.within(workspace, call));
                default -> {
                    var id = run(call);
                    yield id == null ? noRun(call) : ofRun(call, id);
                }
            };
        } catch (WrongField wrong) {
            return wrong(wrong);
        }
    }

    /// By this plan file, which a call over HTTP may not choose freely.
    Reply replanning(Call call, Path file) throws IOException {
        var id = run(call);
        return id == null ? noRun(call) : new ReplanningReplies(setting, id, call.fields()).reply(file);
    }

    private Reply ofRun(Call call, RunId id) throws IOException, InterruptedException {
        if (call.route() == Route.RUN) {
            return new StatusReplies(workspace, journal, seen).one(id, call.fields());
        }
        if (setting.bringing() == null) {
            dispatch.deliver();
        }
        var run = open(id);
        var ofTeam = TeamReplies.ANSWERS.get(call.route());
        if (ofTeam != null) {
            return run.alone(() -> ofTeam.apply(new TeamSaid(run, run.team(), call)));
        }
        return switch (call.route()) {
            case NEXT -> next(run, call);
            case STEER -> run.alone(() -> new SteerReply(run, call).reply());
            default -> run.alone(() -> new ClaimReplies(run, call).reply());
        };
    }

    /// With `wait`, not before there is something to claim or the time is over.
    private Reply next(OpenRun run, Call call) throws IOException, InterruptedException {
        var asked = new NextReply(run, call.fields());
        var wait = call.fields().duration("wait", Duration.ZERO);
        var patience = Patience.of(wait);
        if (wait.isZero()) {
            return run.alone(asked::reply);
        }
        try (var bell = bells.of(run.id())) {
            var reply = run.alone(asked::reply);
            while (reply.ending() == Ending.NO && patience.await(bell)) {
                reply = run.alone(asked::reply);
            }
            return reply;
        }
    }

    @Override
    public Reply.@Nullable Refused lines(Call call, Form form, Consumer<String> line) {
        try {
            if (call.route() == Route.LOG_EXPORT) {
                journal.export(line);
                return null;
            }
            var id = run(call);
            if (id == null) {
                return noRun(call);
            }
            new LogReplies(workspace, journal).show(id, after(call), form, line);
            return null;
        } catch (WrongField wrong) {
            return wrong(wrong);
        }
    }

    @Override
    public Reply.@Nullable Refused follow(Call call, Follower follower) throws IOException, InterruptedException {
        try {
            var id = run(call);
            if (id == null) {
                return noRun(call);
            }
            try (var bell = bells.of(id)) {
                new LogReplies(workspace, journal).follow(id, after(call), follower, bell);
            }
            return null;
        } catch (WrongField wrong) {
            return wrong(wrong);
        }
    }

    private static long after(Call call) {
        return call.fields().whole("after", 0);
    }

    /// Null if there is none.
    private @Nullable RunId run(Call call) {
        var name = call.fields().text("run", Route.LATEST);
        var there = journal.runs();
        return there.stream()
                .filter(each -> each.value().equals(name))
                .findFirst()
                .orElse(name.equals(Route.LATEST) && !there.isEmpty() ? there.getLast() : null);
    }

    private Reply.Refused noRun(Call call) {
        var name = call.fields().text("run", Route.LATEST);
        return new Reply.Refused(Ending.NOT_FOUND, "no run " + name + " here; there are " + journal.runs());
    }

    private static Reply.Refused wrong(WrongField wrong) {
        return new Reply.Refused(Ending.USAGE, String.valueOf(wrong.getMessage()));
    }

    private OpenRun open(RunId id) {
        return runs.computeIfAbsent(id, each -> new OpenRun(setting, each));
    }

    @Override
    public void close() {
        bells.close();
        dispatch.close();
    }
}
