package muster.storage;

import java.util.Map;
import java.util.function.Function;
import muster.plan.AgentId;
import muster.plan.PhaseId;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.run.Event;
import muster.run.SteerEvent;

/// Events about steering as JSON, both ways.
final class SteerJson {
    private SteerJson() {}

    static JsonOut out(SteerEvent event) {
        return switch (event) {
            case SteerEvent.RunPaused e -> of("run-paused", e);
            case SteerEvent.RunContinued e -> of("run-continued", e);
            case SteerEvent.RunCancelled e -> of("run-cancelled", e);
            case SteerEvent.StepSkipped e -> of("step-skipped", e).put("task", e.task());
            case SteerEvent.BudgetRaised e ->
                of("budget-raised", e).put("budget", e.budget()).put("more", e.more());
            case SteerEvent.RoundGranted e -> of("round-granted", e).put("loop", e.loop());
            case SteerEvent.LoopSettled e -> of("loop-settled", e).put("loop", e.loop());
        };
    }

    static Map<String, Function<JsonIn, Event>> types() {
        return Map.of(
                "run-paused", in -> new SteerEvent.RunPaused(by(in), in.text("reason")),
                "run-continued", in -> new SteerEvent.RunContinued(by(in), in.text("reason")),
                "run-cancelled", in -> new SteerEvent.RunCancelled(by(in), in.text("reason")),
                "step-skipped",
                        in -> new SteerEvent.StepSkipped(new TaskId(in.text("task")), by(in), in.text("reason")),
                "budget-raised",
                        in -> new SteerEvent.BudgetRaised(
                                new ResourceId(in.text("budget")), in.decimal("more"), by(in), in.text("reason")),
                "round-granted",
                        in -> new SteerEvent.RoundGranted(new PhaseId(in.text("loop")), by(in), in.text("reason")),
                "loop-settled",
                        in -> new SteerEvent.LoopSettled(new PhaseId(in.text("loop")), by(in), in.text("reason")));
    }

    private static JsonOut of(String type, SteerEvent event) {
        return JsonOut.of(type, EventReader.VERSION).put("by", event.by()).put("reason", event.reason());
    }

    private static AgentId by(JsonIn in) {
        return new AgentId(in.text("by"));
    }
}
