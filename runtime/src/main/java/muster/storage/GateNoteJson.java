package muster.storage;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import muster.coordination.CoordinationEvent;
import muster.coordination.GateEvent;
import muster.plan.AgentId;
import muster.plan.GateId;

/// Events of gates, both ways.
final class GateNoteJson {
    private GateNoteJson() {}

    static JsonOut out(GateEvent event) {
        return switch (event) {
            case GateEvent.VoteCast(var gate, var seat, var by) ->
                of("vote-cast").put("gate", gate).put("seat", seat).put("by", by);
            case GateEvent.VoteDelegated(var gate, var from, var to, var reason) ->
                of("vote-delegated")
                        .put("gate", gate)
                        .put("from", from)
                        .put("to", to)
                        .put("reason", reason);
            case GateEvent.TimerEnded(var gate) -> of("timer-ended").put("gate", gate);
            case GateEvent.PolicyJudged(var gate, var holds, var seen) ->
                of("policy-judged").put("gate", gate).put("holds", holds).put("seen", seen);
            case GateEvent.Signalled(var name, var by) ->
                of("signalled").put("name", name).put("by", by);
            case GateEvent.Measured(var metric, var value, var by) ->
                of("measured").put("metric", metric).put("value", value).put("by", by);
        };
    }

    static Map<String, Function<JsonIn, CoordinationEvent>> types() {
        return Map.of(
                "vote-cast", in -> new GateEvent.VoteCast(gate(in), agent(in, "seat"), agent(in, "by")),
                "vote-delegated",
                        in -> new GateEvent.VoteDelegated(
                                gate(in), agent(in, "from"), agent(in, "to"), in.text("reason")),
                "timer-ended", in -> new GateEvent.TimerEnded(gate(in)),
                "policy-judged", in -> new GateEvent.PolicyJudged(gate(in), in.truth("holds"), in.text("seen")),
                "signalled", in -> new GateEvent.Signalled(in.text("name"), agent(in, "by")),
                "measured",
                        in -> new GateEvent.Measured(
                                in.text("metric"), new BigDecimal(in.text("value")), agent(in, "by")));
    }

    private static GateId gate(JsonIn in) {
        return new GateId(in.text("gate"));
    }

    private static AgentId agent(JsonIn in, String key) {
        return new AgentId(in.text(key));
    }

    private static JsonOut of(String type) {
        return JsonOut.of(type, CoordinationNotes.VERSION);
    }
}
