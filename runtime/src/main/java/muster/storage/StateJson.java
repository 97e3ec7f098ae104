package muster.storage;

import muster.plan.AgentId;
import muster.run.Place;
import muster.run.Purpose;
import muster.run.StepState;

/// Where a step stands as JSON, both ways.
final class StateJson {
    private StateJson() {}

    static JsonOut out(StepState state) {
        return switch (state) {
            case StepState.Waiting(var failures) -> of("waiting").put("failures", failures);
            case StepState.Ready(var purpose, var failures, var notBefore) ->
                of("ready", purpose, failures).put("notBefore", notBefore);
            case StepState.Running(var purpose, var failures, var attempt) ->
                attempt(of("running", purpose, failures), attempt);
            case StepState.Blocked(var purpose, var failures, var questions) ->
                of("blocked", purpose, failures).put("questions", questions);
            case StepState.Submitted(var purpose, var failures, var attempt, var outputs) ->
                attempt(of("submitted", purpose, failures), attempt).put("outputs", outputs);
            case StepState.Skipped(var by, var reason) ->
                of("skipped").put("by", by).put("reason", reason);
            case StepState.Done(var outputs) -> of("done").put("outputs", outputs);
            case StepState.Failed(var purpose, var failures, var why) ->
                of("failed", purpose, failures).put("why", why);
            case StepState.Undone _ -> of("undone");
            case StepState.Kept _ -> of("kept");
        };
    }

    static StepState in(JsonIn in) {
        return switch (in.text("is")) {
            case "waiting" -> new StepState.Waiting(failures(in));
            case "ready" -> new StepState.Ready(purpose(in), failures(in), in.instant("notBefore"));
            case "running" -> new StepState.Running(purpose(in), failures(in), attempt(in));
            case "blocked" -> new StepState.Blocked(purpose(in), failures(in), in.texts("questions"));
            case "submitted" -> new StepState.Submitted(purpose(in), failures(in), attempt(in), in.strings("outputs"));
            case "skipped" -> new StepState.Skipped(new AgentId(in.text("by")), in.text("reason"));
            case "done" -> new StepState.Done(in.strings("outputs"));
            case "failed" -> new StepState.Failed(purpose(in), failures(in), in.text("why"));
            case "undone" -> new StepState.Undone();
            case "kept" -> new StepState.Kept();
            default -> throw new UnreadableEntry("unknown state of a step '" + in.text("is") + "'");
        };
    }

    private static JsonOut of(String is) {
        return JsonOut.empty().put("is", is);
    }

    private static JsonOut of(String is, Purpose purpose, int failures) {
        return of(is).put("purpose", purpose).put("failures", failures);
    }

    private static JsonOut attempt(JsonOut out, StepState.Attempt attempt) {
        return out.put("fence", attempt.fence()).put("by", attempt.by()).put("place", attempt.place());
    }

    private static StepState.Attempt attempt(JsonIn in) {
        return new StepState.Attempt(in.number("fence"), new AgentId(in.text("by")), in.constant("place", Place.class));
    }

    private static Purpose purpose(JsonIn in) {
        return in.constant("purpose", Purpose.class);
    }

    private static int failures(JsonIn in) {
        return Math.toIntExact(in.number("failures"));
    }
}
