package muster.wiring.desk;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.TreeMap;
import muster.desk.Call;
import muster.desk.Ending;
import muster.desk.Fields;
import muster.desk.Reply;
import muster.desk.Route;
import muster.desk.WrongField;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.ClaimEvent;
import muster.run.Command;
import muster.run.Lease;
import muster.run.Recorded;
import muster.run.WriteSets;
import muster.wiring.Worklist;
import org.jspecify.annotations.Nullable;

/// What becomes of the words of agents about steps.
record ClaimReplies(OpenRun run, Call call) {

    Reply reply() throws IOException {
        return switch (call.route()) {
            case CLAIM -> claim();
            case HEARTBEAT, DONE -> spent();
            case RELEASE -> told(run.list().release(held(), fields().text("reason"), call.keyOrNew()));
            case ASK -> tell(ask());
            case REPLY -> tell(new Command.Answer(fields().task(), agent(), fields().text("answer")));
            case CHECK -> tell(check());
            default -> throw new IllegalStateException(call.route() + " is not said of a step");
        };
    }

    private Fields fields() {
        return call.fields();
    }

    private AgentId agent() {
        return run.agent(fields());
    }

    private Worklist.Held held() {
        return new Worklist.Held(fields().task(), fields().whole("fence"), agent());
    }

    private Reply claim() throws IOException {
        var key = call.keyOrNew();
        var named = fields().valueOrNull("task", TaskId::new);
        var task = named == null ? first(key) : named;
        if (task == null) {
            return new Reply.Refused(
                    Ending.NO, "nothing to claim for " + agent() + " now\nMaybe see why: muster next --as " + agent());
        }
        var wish = new Worklist.Wish(task, agent(), lease(), fields().values("writes", WriteSets::wish));
        return new ClaimAnswer(run, call, agent()).to(run.list().claim(wish, key), task);
    }

    private Duration lease() {
        var lease = fields().duration("lease", Lease.USUAL);
        if (lease.compareTo(Lease.SHORTEST) < 0 || lease.compareTo(Lease.LONGEST) > 0) {
            throw new WrongField(
                    "'lease': must be between " + Lease.SHORTEST + " and " + Lease.LONGEST + ", got " + lease);
        }
        return lease;
    }

    /// What was claimed with this key before, or the first step that is open; null if none is.
    private @Nullable TaskId first(String key) {
        var before = run.told(key).stream()
                .map(Recorded::event)
                .filter(ClaimEvent.LeaseGranted.class::isInstance)
                .map(event -> ((ClaimEvent.LeaseGranted) event).task())
                .findFirst();
        return before.orElseGet(() -> {
            var open = run.list().open(agent());
            return open.isEmpty() ? null : open.getFirst().id();
        });
    }

    /// A heartbeat or an outcome, after what was used up; that counts in any case.
    private Reply spent() throws IOException {
        var key = call.keyOrNew();
        var amounts = new TreeMap<ResourceId, BigDecimal>();
        fields().amounts("spent").forEach((budget, amount) -> amounts.put(new ResourceId(budget), amount));
        var spent = amounts.isEmpty() ? null : run.list().spend(held(), amounts, key + "/spent");
        return told(spent instanceof Told.Refused ? spent : outcome(key));
    }

    private Told outcome(String key) throws IOException {
        var failed = fields().textOrNull("failed");
        if (call.route() == Route.HEARTBEAT) {
            return run.list().beat(held(), key);
        }
        return failed == null
                ? run.list().finish(held(), fields().pairs("outputs"), key)
                : run.list().giveUp(held(), failed, key);
    }

    private Command ask() {
        var held = held();
        return new ClaimCommand.Ask(held.task(), held.fence(), held.by(), fields().texts("questions"));
    }

    private Command check() {
        var held = held();
        var accept = fields().textOrNull("accept");
        return accept == null
                ? new ClaimCommand.SendBack(held.task(), held.fence(), held.by(), fields().text("send_back"))
                : new ClaimCommand.Accept(held.task(), held.fence(), held.by(), accept);
    }

    private Reply tell(Command command) {
        return told(run.list().tell(command, call.keyOrNew()));
    }

    private Reply told(Told told) {
        return new ClaimAnswer(run, call, agent()).to(told, fields().task());
    }
}
