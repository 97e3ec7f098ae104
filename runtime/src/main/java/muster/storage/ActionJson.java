package muster.storage;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import muster.plan.Action;
import muster.plan.Branch;
import muster.plan.GitStep;
import muster.plan.HttpMethod;
import org.jspecify.annotations.Nullable;

/// Actions as JSON, both ways. What is absent is not written.
final class ActionJson {
    private ActionJson() {}

    static JsonOut action(Action action) {
        return switch (action) {
            case Action.Command command ->
                placed(kind("command").put("argv", command.argv()), action, command.timeout());
            case Action.Sql(var database, var statements) ->
                kind("sql").put("database", database).put("statements", statements);
            case Action.Http http -> http(http);
            case Action.Git git -> git(git);
            case Action.Agent agent ->
                placed(
                        kind("agent").put("argv", agent.argv()).put("instruction", agent.instruction()),
                        action,
                        agent.timeout());
            case Action.Pack(var name, var arguments) ->
                kind("pack").put("name", name).put("arguments", arguments);
            case Action.Manual(var instruction) -> kind("manual").put("instruction", instruction);
        };
    }

    static Action action(JsonIn json) {
        return switch (json.text("kind")) {
            case "command" -> new Action.Command(json.texts("argv"), branch(json, "worktree"), timeout(json));
            case "sql" -> new Action.Sql(json.text("database"), json.texts("statements"));
            case "http" -> http(json);
            case "git" ->
                new Action.Git(
                        json.constant("step", GitStep.class),
                        new Branch(json.text("branch")),
                        branch(json, "base"),
                        json.textOrNull("message"));
            case "agent" ->
                new Action.Agent(json.texts("argv"), json.text("instruction"), branch(json, "worktree"), timeout(json));
            case "pack" -> new Action.Pack(json.text("name"), json.strings("arguments"));
            case "manual" -> new Action.Manual(json.text("instruction"));
            default -> throw new UnreadableEntry("unknown kind of action '" + json.text("kind") + "'");
        };
    }

    private static JsonOut http(Action.Http http) {
        var json = kind("http")
                .put("method", http.method())
                .put("url", http.url())
                .put("headers", http.headers())
                .put("secrets", http.secrets())
                .put("accepted", http.accepted());
        put(json, "body", http.body());
        put(json, "timeout", http.timeout());
        return json;
    }

    private static Action.Http http(JsonIn json) {
        return new Action.Http(
                json.constant("method", HttpMethod.class),
                json.text("url"),
                json.has("headers") ? json.strings("headers") : new TreeMap<>(),
                json.has("secrets") ? json.strings("secrets") : new TreeMap<>(),
                json.textOrNull("body"),
                json.has("accepted") ? json.numbers("accepted") : List.of(),
                timeout(json));
    }

    private static JsonOut git(Action.Git git) {
        var json = kind("git").put("step", git.step()).put("branch", git.branch());
        put(json, "base", git.base());
        put(json, "message", git.message());
        return json;
    }

    private static JsonOut placed(JsonOut json, Action action, @Nullable Duration timeout) {
        put(json, "worktree", action.place());
        put(json, "timeout", timeout);
        return json;
    }

    private static void put(JsonOut json, String key, @Nullable Object value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    private static @Nullable Branch branch(JsonIn json, String key) {
        var name = json.textOrNull(key);
        return name == null ? null : new Branch(name);
    }

    private static @Nullable Duration timeout(JsonIn json) {
        var text = json.textOrNull("timeout");
        return text == null ? null : Duration.parse(text);
    }

    private static JsonOut kind(String kind) {
        return JsonOut.empty().put("kind", kind);
    }
}
