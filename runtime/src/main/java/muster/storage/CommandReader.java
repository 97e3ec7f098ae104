package muster.storage;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import muster.audit.Verdict;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.PhaseId;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.Command;
import muster.run.Hands;
import muster.run.Place;
import muster.run.SteerCommand;

/// Commands from JSON text. Every version of every type that was ever written stays readable.
final class CommandReader {
    /// The first version of every type. A change of a type's fields takes a version of its own.
    static final int VERSION = 1;

    private static final Map<String, Function<JsonIn, Command>> TYPES = types();

    private CommandReader() {}

    static Command command(JsonIn json) {
        var type = json.text("type");
        var version = json.number("v");
        var read = TYPES.get(type);
        if (read == null || version != VERSION) {
            throw new UnreadableEntry(
                    "command '" + type + "' version " + version + " is unknown; a newer Muster may have written it");
        }
        try {
            return read.apply(json);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEntry("command '" + type + "' has a value that is not allowed: " + e.getMessage());
        }
    }

    private static Map<String, Function<JsonIn, Command>> types() {
        var types = new HashMap<String, Function<JsonIn, Command>>();
        addAttempts(types);
        addPeople(types);
        addRuns(types);
        addClaims(types);
        addSteering(types);
        return Map.copyOf(types);
    }

    private static void addAttempts(Map<String, Function<JsonIn, Command>> types) {
        types.put("claim", in -> new Command.Claim(task(in), by(in), in.constant("place", Place.class)));
        types.put("succeed", in -> new Command.Succeed(task(in), fence(in), in.strings("outputs")));
        types.put("fail", in -> new Command.Fail(task(in), fence(in), in.text("why")));
        types.put("ask", in -> new Command.Ask(task(in), fence(in), in.texts("questions")));
        types.put("lose", in -> new Command.Lose(task(in), fence(in), in.text("why")));
        types.put("recover", in -> new Command.Recover(in.fences("live")));
    }

    private static void addPeople(Map<String, Function<JsonIn, Command>> types) {
        types.put("answer", in -> new Command.Answer(task(in), by(in), in.text("answer")));
        types.put(
                "complete-manual",
                in -> new Command.CompleteManual(
                        task(in), by(in), in.constant("hands", Hands.class), in.strings("outputs")));
        types.put("retry", in -> new Command.Retry(task(in), by(in), in.text("reason")));
        types.put("approve", in -> new Command.Approve(gate(in), by(in), in.text("reason")));
        types.put("reopen", in -> new Command.Reopen(gate(in), by(in), in.text("reason")));
        types.put("reject", in -> new Command.Reject(gate(in), by(in), in.text("reason")));
    }

    private static void addRuns(Map<String, Function<JsonIn, Command>> types) {
        types.put(
                "start",
                in -> new Command.Start(
                        PlanJson.plan(in.object("plan")), in.text("digest"), in.set("facts", FactId::new)));
        types.put(
                "revise",
                in -> new Command.Revise(
                        PlanJson.plan(in.object("plan")), in.text("digest"), by(in), in.text("reason")));
        types.put(
                "report-facts",
                in -> new Command.ReportFacts(by(in), in.set("holding", FactId::new), in.set("failing", FactId::new)));
        types.put(
                "follow-team",
                in -> new Command.FollowTeam(by(in), in.set("holding", FactId::new), in.set("failing", FactId::new)));
        types.put("roll-back", in -> new Command.RollBack(by(in), in.text("reason")));
        types.put(
                "record-audit",
                in -> new Command.RecordAudit(
                        in.text("digest"), in.counts("counts"), in.constant("verdict", Verdict.class)));
        types.put("wake", _ -> new Command.Wake());
        types.put("note", in -> new Command.Note(in.text("kind"), in.text("payload")));
    }

    private static void addClaims(Map<String, Function<JsonIn, Command>> types) {
        types.put(
                "take",
                in -> new ClaimCommand.Take(
                        task(in), by(in), Duration.parse(in.text("lease")), in.texts("writes"), in.strings("before")));
        types.put("beat", in -> new ClaimCommand.Beat(task(in), fence(in), by(in)));
        types.put(
                "finish",
                in -> new ClaimCommand.Finish(
                        task(in), fence(in), by(in), in.strings("delivered"), in.strings("outputs")));
        types.put("ask-holder", in -> new ClaimCommand.Ask(task(in), fence(in), by(in), in.texts("questions")));
        types.put(
                "spend",
                in -> new ClaimCommand.Spend(
                        task(in), fence(in), by(in), in.map("amounts", ResourceId::new, BigDecimal::new)));
        types.put("give-up", in -> new ClaimCommand.GiveUp(task(in), fence(in), by(in), in.text("why")));
        types.put("release", in -> new ClaimCommand.Release(task(in), fence(in), by(in), in.text("reason")));
        types.put("hand-on", in -> new ClaimCommand.HandOn(task(in), fence(in), by(in)));
        types.put("accept", in -> new ClaimCommand.Accept(task(in), fence(in), by(in), in.text("remark")));
        types.put("send-back", in -> new ClaimCommand.SendBack(task(in), fence(in), by(in), in.text("reason")));
        types.put("expire", _ -> new ClaimCommand.Expire());
    }

    private static void addSteering(Map<String, Function<JsonIn, Command>> types) {
        types.put("pause", in -> new SteerCommand.Pause(by(in), in.text("reason")));
        types.put("continue", in -> new SteerCommand.Continue(by(in), in.text("reason")));
        types.put("cancel", in -> new SteerCommand.Cancel(by(in), in.text("reason")));
        types.put("skip", in -> new SteerCommand.Skip(task(in), by(in), in.text("reason")));
        types.put(
                "raise",
                in -> new SteerCommand.Raise(
                        new ResourceId(in.text("budget")), in.decimal("more"), by(in), in.text("reason")));
        types.put("again", in -> new SteerCommand.Again(loop(in), by(in), in.text("reason")));
        types.put("settle", in -> new SteerCommand.Settle(loop(in), by(in), in.text("reason")));
    }

    private static TaskId task(JsonIn in) {
        return new TaskId(in.text("task"));
    }

    private static PhaseId loop(JsonIn in) {
        return new PhaseId(in.text("loop"));
    }

    private static GateId gate(JsonIn in) {
        return new GateId(in.text("gate"));
    }

    private static AgentId by(JsonIn in) {
        return new AgentId(in.text("by"));
    }

    private static long fence(JsonIn in) {
        return in.number("fence");
    }
}
