package muster.storage;

import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.Command;
import muster.run.SteerCommand;

/// Commands as JSON text, in which they wait until they are due or travel between processes. The names of types and
/// fields are a format: they are added to, never changed. Reference: `docs/reference/journal.md`.
final class CommandWriter {
    private CommandWriter() {}

    static String text(Command command) {
        return json(command).text();
    }

    static JsonOut json(Command command) {
        return switch (command) {
            case ClaimCommand claim -> claim(claim);
            case SteerCommand steer -> steer(steer);
            case Command.Claim(var task, var by, var place) ->
                of("claim", task).put("by", by).put("place", place);
            case Command.Succeed(var task, var fence, var outputs) ->
                of("succeed", task, fence).put("outputs", outputs);
            case Command.Fail(var task, var fence, var why) ->
                of("fail", task, fence).put("why", why);
            case Command.Ask(var task, var fence, var questions) ->
                of("ask", task, fence).put("questions", questions);
            case Command.Lose(var task, var fence, var why) ->
                of("lose", task, fence).put("why", why);
            case Command.Answer(var task, var by, var answer) ->
                of("answer", task).put("by", by).put("answer", answer);
            case Command.CompleteManual(var task, var by, var hands, var outputs) ->
                of("complete-manual", task).put("by", by).put("hands", hands).put("outputs", outputs);
            case Command.Retry(var task, var by, var reason) ->
                of("retry", task).put("by", by).put("reason", reason);
            case Command.Approve(var gate, var by, var reason) ->
                of("approve").put("gate", gate).put("by", by).put("reason", reason);
            case Command.Reopen(var gate, var by, var reason) ->
                of("reopen").put("gate", gate).put("by", by).put("reason", reason);
            case Command.Reject(var gate, var by, var reason) ->
                of("reject").put("gate", gate).put("by", by).put("reason", reason);
            case Command.Start start -> start(start);
            case Command.Revise revise -> revise(revise);
            case Command.Recover(var live) -> of("recover").put("live", live);
            case Command.ReportFacts(var by, var holding, var failing) ->
                of("report-facts").put("by", by).put("holding", holding).put("failing", failing);
            case Command.FollowTeam(var by, var holding, var failing) ->
                of("follow-team").put("by", by).put("holding", holding).put("failing", failing);
            case Command.RollBack(var by, var reason) ->
                of("roll-back").put("by", by).put("reason", reason);
            case Command.RecordAudit(var digest, var counts, var verdict) ->
                of("record-audit").put("digest", digest).put("counts", counts).put("verdict", verdict);
            case Command.Wake() -> of("wake");
            case Command.Note(var kind, var payload) ->
                of("note").put("kind", kind).put("payload", payload);
        };
    }

    private static JsonOut start(Command.Start start) {
        return of("start")
                .put("plan", PlanJson.plan(start.plan()))
                .put("digest", start.digest())
                .put("facts", start.facts());
    }

    private static JsonOut revise(Command.Revise revise) {
        return of("revise")
                .put("plan", PlanJson.plan(revise.plan()))
                .put("digest", revise.digest())
                .put("by", revise.by())
                .put("reason", revise.reason());
    }

    private static JsonOut claim(ClaimCommand command) {
        return switch (command) {
            case ClaimCommand.Take(var task, var by, var lease, var writes, var before) ->
                of("take", task)
                        .put("by", by)
                        .put("lease", lease)
                        .put("writes", writes)
                        .put("before", before);
            case ClaimCommand.Beat(var task, var fence, var by) ->
                of("beat", task, fence).put("by", by);
            case ClaimCommand.Finish(var task, var fence, var by, var delivered, var outputs) ->
                of("finish", task, fence)
                        .put("by", by)
                        .put("delivered", delivered)
                        .put("outputs", outputs);
            case ClaimCommand.Spend(var task, var fence, var by, var amounts) ->
                of("spend", task, fence).put("by", by).put("amounts", amounts);
            case ClaimCommand.GiveUp(var task, var fence, var by, var why) ->
                of("give-up", task, fence).put("by", by).put("why", why);
            case ClaimCommand.Ask(var task, var fence, var by, var questions) ->
                of("ask-holder", task, fence).put("by", by).put("questions", questions);
            case ClaimCommand.Release(var task, var fence, var by, var reason) ->
                of("release", task, fence).put("by", by).put("reason", reason);
            case ClaimCommand.HandOn(var task, var fence, var by) ->
                of("hand-on", task, fence).put("by", by);
            case ClaimCommand.Accept(var task, var fence, var by, var remark) ->
                of("accept", task, fence).put("by", by).put("remark", remark);
            case ClaimCommand.SendBack(var task, var fence, var by, var reason) ->
                of("send-back", task, fence).put("by", by).put("reason", reason);
            case ClaimCommand.Expire() -> of("expire");
        };
    }

    private static JsonOut steer(SteerCommand command) {
        var json = switch (command) {
            case SteerCommand.Pause _ -> of("pause");
            case SteerCommand.Continue _ -> of("continue");
            case SteerCommand.Cancel _ -> of("cancel");
            case SteerCommand.Skip(var task, var _, var _) -> of("skip", task);
            case SteerCommand.Raise(var budget, var more, var _, var _) ->
                of("raise").put("budget", budget).put("more", more);
            case SteerCommand.Again(var loop, var _, var _) -> of("again").put("loop", loop);
            case SteerCommand.Settle(var loop, var _, var _) -> of("settle").put("loop", loop);
        };
        return json.put("by", command.by()).put("reason", command.reason());
    }

    private static JsonOut of(String type) {
        return JsonOut.of(type, CommandReader.VERSION);
    }

    private static JsonOut of(String type, TaskId task) {
        return of(type).put("task", task);
    }

    private static JsonOut of(String type, TaskId task, long fence) {
        return of(type, task).put("fence", fence);
    }
}
