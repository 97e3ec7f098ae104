package muster.storage;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.run.ClaimEvent;
import muster.run.Event;
import muster.run.Hold;

/// Events about claims of agents from outside as JSON, both ways.
final class ClaimJson {
    private ClaimJson() {}

    static JsonOut out(ClaimEvent event) {
        return switch (event) {
            case ClaimEvent.LeaseGranted(var task, var hold, var before) ->
                hold(of("lease-granted", task, hold.fence(), hold.by()), hold).put("before", before);
            case ClaimEvent.LeaseExtended e ->
                of("lease-extended", e.task(), e.fence(), e.by())
                        .put("at", e.at())
                        .put("until", e.until());
            case ClaimEvent.ClaimReleased e ->
                of("claim-released", e.task(), e.fence(), e.by()).put("reason", e.reason());
            case ClaimEvent.TimeBoxEnded e ->
                of("time-box-ended", e.task(), e.fence(), e.by()).put("why", e.why());
            case ClaimEvent.PartEnded e ->
                of("part-ended", e.task(), e.fence(), e.by())
                        .put("part", e.part())
                        .put("of", e.of());
            case ClaimEvent.WorkSubmitted e ->
                of("work-submitted", e.task(), e.fence(), e.by()).put("outputs", e.outputs());
            case ClaimEvent.WorkAccepted e ->
                of("work-accepted", e.task(), e.fence(), e.by()).put("remark", e.remark());
            case ClaimEvent.WorkReturned e ->
                of("work-returned", e.task(), e.fence(), e.by()).put("reason", e.reason());
            case ClaimEvent.WorkDelivered e ->
                of("work-delivered", e.task(), e.fence(), e.by()).put("digests", e.digests());
            case ClaimEvent.LateResultTaken e ->
                of("late-result-taken", e.task(), e.fence(), e.by()).put("outputs", e.outputs());
        };
    }

    static Map<String, Function<JsonIn, Event>> types() {
        return Map.of(
                "lease-granted",
                in -> new ClaimEvent.LeaseGranted(task(in), hold(in), in.strings("before")),
                "lease-extended",
                in -> new ClaimEvent.LeaseExtended(
                        task(in), in.number("fence"), by(in), in.instant("at"), in.instant("until")),
                "claim-released",
                in -> new ClaimEvent.ClaimReleased(task(in), in.number("fence"), by(in), in.text("reason")),
                "time-box-ended",
                in -> new ClaimEvent.TimeBoxEnded(task(in), in.number("fence"), by(in), in.text("why")),
                "part-ended",
                in -> new ClaimEvent.PartEnded(
                        task(in), in.number("fence"), by(in), count(in, "part"), count(in, "of")),
                "work-submitted",
                in -> new ClaimEvent.WorkSubmitted(task(in), in.number("fence"), by(in), in.strings("outputs")),
                "work-delivered",
                in -> new ClaimEvent.WorkDelivered(task(in), in.number("fence"), by(in), in.strings("digests")),
                "work-accepted",
                in -> new ClaimEvent.WorkAccepted(task(in), in.number("fence"), by(in), in.text("remark")),
                "work-returned",
                in -> new ClaimEvent.WorkReturned(task(in), in.number("fence"), by(in), in.text("reason")),
                "late-result-taken",
                in -> new ClaimEvent.LateResultTaken(task(in), in.number("fence"), by(in), in.strings("outputs")));
    }

    private static JsonOut of(String type, TaskId task, long fence, AgentId by) {
        return JsonOut.of(type, EventReader.VERSION)
                .put("task", task)
                .put("fence", fence)
                .put("by", by);
    }

    private static JsonOut hold(JsonOut out, Hold hold) {
        out.put("since", hold.since())
                .put("until", hold.until())
                .put("length", hold.length())
                .put("writes", hold.writes())
                .putIfAny("deadline", hold.deadline());
        return out;
    }

    static JsonOut hold(Hold hold) {
        return hold(JsonOut.empty().put("fence", hold.fence()).put("by", hold.by()), hold);
    }

    static Hold hold(JsonIn in) {
        return new Hold(
                in.number("fence"),
                by(in),
                in.instant("since"),
                in.instant("until"),
                Duration.parse(in.text("length")),
                in.texts("writes"),
                in.instantOrNull("deadline"));
    }

    private static int count(JsonIn in, String key) {
        return Math.toIntExact(in.number(key));
    }

    private static TaskId task(JsonIn in) {
        return new TaskId(in.text("task"));
    }

    private static AgentId by(JsonIn in) {
        return new AgentId(in.text("by"));
    }
}
