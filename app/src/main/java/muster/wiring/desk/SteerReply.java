package muster.wiring.desk;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import muster.desk.Call;
import muster.desk.Ending;
import muster.desk.Reply;
import muster.desk.WrongField;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.PhaseId;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.SteerCommand;
import tools.jackson.databind.json.JsonMapper;

/// What becomes of a word that steers a run.
record SteerReply(OpenRun run, Call call) {

    Reply reply() {
        var by = run.operator(call.fields());
        var told = run.list().tell(command(by), call.keyOrNew());
        if (told instanceof Told.Refused(var why)) {
            return new Reply.Refused(Ending.CONFLICT, why + "\nMaybe see where it stands: muster status");
        }
        var state = run.list().state();
        var fields = JsonMapper.shared()
                .createObjectNode()
                .put("run", run.id().value())
                .put("agent", by.value())
                .put("run_status", Held.word(state));
        return new Reply.Given(
                new Reply.Document("muster.steer/1", fields), List.of("run " + run.id() + ": " + Held.word(state)));
    }

    private Command command(AgentId by) {
        var reason = call.fields().text("reason");
        return switch (call.fields().text("order")) {
            case "pause" -> new SteerCommand.Pause(by, reason);
            case "continue" -> new SteerCommand.Continue(by, reason);
            case "cancel" -> new SteerCommand.Cancel(by, reason);
            case "roll-back" -> new Command.RollBack(by, reason);
            case "skip" -> new SteerCommand.Skip(what(TaskId::new), by, reason);
            case "retry" -> new Command.Retry(what(TaskId::new), by, reason);
            case "raise" ->
                new SteerCommand.Raise(what(ResourceId::new), call.fields().decimal("more"), by, reason);
            case "again" -> new SteerCommand.Again(what(PhaseId::new), by, reason);
            case "settle" -> new SteerCommand.Settle(what(PhaseId::new), by, reason);
            case "holds" -> new Command.ReportFacts(by, facts(what(FactId::new)), new TreeSet<>());
            case "fails" -> new Command.ReportFacts(by, new TreeSet<>(), facts(what(FactId::new)));
            case String other -> throw new WrongField("there is no order '" + other + "'");
        };
    }

    private <T> T what(Function<String, T> made) {
        return call.fields().value("what", made);
    }

    private static SortedSet<FactId> facts(FactId fact) {
        return new TreeSet<>(List.of(fact));
    }
}
