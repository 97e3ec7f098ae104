package muster.wiring.desk;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import muster.run.Conditions;
import muster.run.RunState;
import muster.run.Step;
import muster.run.StepState;
import tools.jackson.databind.node.ObjectNode;

/// Where a step stands, and why it does not go on.
final class StepShown {
    private StepShown() {}

    static void put(ObjectNode fields, RunState run, Step step) {
        fields.put("id", step.id().value()).put("title", step.title()).put("state", Held.word(run.step(step.id())));
        var hold = run.claims().hold(step.id());
        if (hold != null) {
            Held.put(fields, hold);
        }
        var why = why(run, step);
        if (!why.isEmpty()) {
            var list = fields.putArray("why");
            why.forEach(list::add);
        }
    }

    static String line(RunState run, Step step) {
        var word = Held.word(run.step(step.id()));
        var title = step.title().equals(step.id().value()) ? "" : "  " + step.title();
        return String.format(Locale.ROOT, "  %-10s %s%s%s", word, step.id(), title, note(run, step));
    }

    private static String note(RunState run, Step step) {
        var hold = run.claims().hold(step.id());
        if (hold != null) {
            return " (" + hold.by() + ", lease until " + hold.until().truncatedTo(ChronoUnit.SECONDS) + ")";
        }
        var why = why(run, step);
        if (why.isEmpty()) {
            return "";
        }
        var more = why.size() == 1 ? "" : ", and " + (why.size() - 1) + " more";
        return ": " + why.getFirst() + more;
    }

    private static List<String> why(RunState run, Step step) {
        return switch (run.step(step.id())) {
            case StepState.Waiting _ -> Conditions.missing(run, step);
            case StepState.Failed(var _, var _, var why) -> List.of(why);
            case StepState.Blocked(var _, var _, var questions) -> questions;
            case StepState.Skipped(var by, var reason) -> List.of(by + ": " + reason);
            case StepState.Ready _,
                    StepState.Running _,
                    StepState.Submitted _,
                    StepState.Done _,
                    StepState.Undone _,
                    StepState.Kept _ -> List.of();
        };
    }
}
