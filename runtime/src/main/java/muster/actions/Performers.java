package muster.actions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.pack.Pack;
import muster.pack.PackAction;
import muster.plan.Action;
import muster.run.ActionResult;
import org.jspecify.annotations.Nullable;

/// Who performs which kind of action.
///
/// @param actions those of packs, by full name
public record Performers(
        Performer<Action.Command> commands,
        Performer<Action.Sql> statements,
        Performer<Action.Http> requests,
        Performer<Action.Git> branches,
        Performer<Action.Agent> agents,
        Map<String, PackAction> actions) {
    private static final String NOT_HERE = "it is not performed here";

    public Performers {
        actions = Map.copyOf(actions);
    }

    /// Commands, statements and the actions of some packs; nothing else is performed.
    public Performers(Performer<Action.Command> commands, Performer<Action.Sql> statements, List<Pack> packs) {
        this(
                commands,
                statements,
                Performer.none(NOT_HERE),
                Performer.none(NOT_HERE),
                Performer.none(NOT_HERE),
                actions(packs));
    }

    /// The actions of some packs, by full name.
    public static Map<String, PackAction> actions(List<Pack> packs) {
        var actions = new HashMap<String, PackAction>();
        packs.forEach(pack -> actions.putAll(pack.actions()));
        return actions;
    }

    /// Performs an action that is not manual.
    public ActionResult perform(Action action, Assignment assignment) throws InterruptedException {
        return switch (action) {
            case Action.Command command -> commands.perform(command, assignment);
            case Action.Sql sql -> statements.perform(sql, assignment);
            case Action.Http http -> requests.perform(http, assignment);
            case Action.Git git -> branches.perform(git, assignment);
            case Action.Agent agent -> agents.perform(agent, assignment);
            case Action.Pack(var name, var _) -> pack(name, assignment);
            case Action.Manual _ -> throw new IllegalStateException("a manual step is done by a person");
        };
    }

    /// Why an action would not be performed here; null if it would be.
    public @Nullable String obstacle(Action action) {
        return switch (action) {
            case Action.Command command -> commands.obstacle(command);
            case Action.Sql sql -> statements.obstacle(sql);
            case Action.Http http -> requests.obstacle(http);
            case Action.Git git -> branches.obstacle(git);
            case Action.Agent agent -> agents.obstacle(agent);
            case Action.Pack(var name, var _) -> actions.containsKey(name) ? null : "no pack has the action " + name;
            case Action.Manual _ -> "a person does it, and says so: muster claim, muster done";
        };
    }

    private ActionResult pack(String name, Assignment assignment) throws InterruptedException {
        var action = actions.get(name);
        return action == null
                ? new ActionResult.Failed("no pack has the action " + name)
                : action.perform(assignment.call());
    }
}
