package muster.storage;

import java.util.Map;
import java.util.function.Function;
import muster.coordination.CoordinationCommand;
import muster.coordination.GateCommand;
import muster.plan.AgentId;
import muster.plan.GateId;

/// Commands about gates, both ways.
final class GateCommandJson {
    private GateCommandJson() {}

    static JsonOut out(GateCommand command) {
        return switch (command) {
            case GateCommand.Approve(var gate, var by, var reason) -> vote("approve-gate", gate, by, reason);
            case GateCommand.Reject(var gate, var by, var reason) -> vote("reject-gate", gate, by, reason);
            case GateCommand.Reopen(var gate, var by, var reason) -> vote("reopen-gate", gate, by, reason);
            case GateCommand.Delegate(var gate, var by, var to, var reason) ->
                vote("delegate-vote", gate, by, reason).put("to", to);
            case GateCommand.Judge(var gate, var holds, var seen) ->
                of("judge-policy").put("gate", gate).put("holds", holds).put("seen", seen);
            case GateCommand.Signal(var name, var by) ->
                of("signal").put("name", name).put("by", by);
            case GateCommand.Measure(var metric, var value, var by) ->
                of("measure").put("metric", metric).put("value", value).put("by", by);
        };
    }

    static Map<String, Function<JsonIn, CoordinationCommand>> types() {
        return Map.of(
                "approve-gate", in -> new GateCommand.Approve(gate(in), MatterJson.by(in), in.text("reason")),
                "reject-gate", in -> new GateCommand.Reject(gate(in), MatterJson.by(in), in.text("reason")),
                "reopen-gate", in -> new GateCommand.Reopen(gate(in), MatterJson.by(in), in.text("reason")),
                "delegate-vote",
                        in -> new GateCommand.Delegate(
                                gate(in), MatterJson.by(in), new AgentId(in.text("to")), in.text("reason")),
                "judge-policy", in -> new GateCommand.Judge(gate(in), in.truth("holds"), in.text("seen")),
                "signal", in -> new GateCommand.Signal(in.text("name"), MatterJson.by(in)),
                "measure", in -> new GateCommand.Measure(in.text("metric"), in.decimal("value"), MatterJson.by(in)));
    }

    private static GateId gate(JsonIn in) {
        return new GateId(in.text("gate"));
    }

    private static JsonOut vote(String type, GateId gate, AgentId by, String reason) {
        return of(type).put("gate", gate).put("by", by).put("reason", reason);
    }

    private static JsonOut of(String type) {
        return TeamCommandJson.of(type);
    }
}
