package muster.storage;

import java.util.Map;
import java.util.function.Function;
import muster.coordination.BlockerCommand;
import muster.coordination.ConflictCommand;
import muster.coordination.CoordinationCommand;
import muster.plan.TaskId;

/// Commands about blockers and conflicts, both ways.
final class MatterCommandJson {
    private MatterCommandJson() {}

    static JsonOut out(BlockerCommand command) {
        return switch (command) {
            case BlockerCommand.Raise(var note, var by) ->
                MatterJson.note(of("raise-blocker"), note).put("by", by);
            case BlockerCommand.Resolve(var id, var by, var how) ->
                of("resolve-blocker").put("id", id).put("by", by).put("how", how);
        };
    }

    static JsonOut out(ConflictCommand command) {
        return switch (command) {
            case ConflictCommand.Raise(var note) -> ConflictJson.note(of("raise-conflict"), note);
            case ConflictCommand.Rank(var first, var then, var by) ->
                of("rank").put("first", first).put("then", then).put("by", by);
            case ConflictCommand.Give(var id, var by, var values) ->
                of("give-evidence").put("id", id).put("by", by).put("values", values);
            case ConflictCommand.Decide(var id, var by, var side, var rationale) ->
                of("decide-conflict")
                        .put("id", id)
                        .put("by", by)
                        .putIfAny("side", side)
                        .put("rationale", rationale);
            case ConflictCommand.Resolve(var id, var by, var how) ->
                of("resolve-conflict").put("id", id).put("by", by).put("how", how);
        };
    }

    static Map<String, Function<JsonIn, CoordinationCommand>> types() {
        return Map.of(
                "raise-blocker", in -> new BlockerCommand.Raise(MatterJson.note(in), MatterJson.by(in)),
                "resolve-blocker",
                        in -> new BlockerCommand.Resolve(MatterJson.id(in), MatterJson.by(in), in.text("how")),
                "raise-conflict", in -> new ConflictCommand.Raise(ConflictJson.note(in)),
                "rank",
                        in -> new ConflictCommand.Rank(
                                new TaskId(in.text("first")), new TaskId(in.text("then")), MatterJson.by(in)),
                "give-evidence",
                        in -> new ConflictCommand.Give(MatterJson.id(in), MatterJson.by(in), ConflictJson.values(in)),
                "decide-conflict",
                        in -> new ConflictCommand.Decide(
                                MatterJson.id(in),
                                MatterJson.by(in),
                                in.has("side") ? ConflictJson.side(in) : null,
                                in.text("rationale")),
                "resolve-conflict",
                        in -> new ConflictCommand.Resolve(MatterJson.id(in), MatterJson.by(in), in.text("how")));
    }

    private static JsonOut of(String type) {
        return TeamCommandJson.of(type);
    }
}
