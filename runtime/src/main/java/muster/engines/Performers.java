package muster.engines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.pack.Pack;
import muster.pack.PackAction;
import muster.plan.Action;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// Who performs which kind of action.
public final class Performers {
    private final CommandPerformer commands;
    private final SqlPerformer statements;
    private final Map<String, PackAction> actions = new HashMap<>();

    /// With the actions of some packs.
    public Performers(CommandPerformer commands, SqlPerformer statements, List<Pack> packs) {
        this.commands = commands;
        this.statements = statements;
        packs.forEach(pack -> actions.putAll(pack.actions()));
    }

    ActionResult perform(Action action, ActionCall call) throws InterruptedException {
        return switch (action) {
            case Action.Command(var argv) -> commands.perform(argv, call);
            case Action.Sql sql -> statements.perform(sql, call);
            case Action.Pack(var name, var _) -> pack(name, call);
            case Action.Manual _ -> throw new IllegalStateException("a manual step is not performed by the engine");
        };
    }

    private ActionResult pack(String name, ActionCall call) throws InterruptedException {
        var action = actions.get(name);
        return action == null ? new ActionResult.Failed("no pack has the action " + name) : action.perform(call);
    }
}
