package muster.yaml;

import java.nio.file.Path;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Plan;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads plan files. All problems are reported at once, each with its place; nothing that a file contains makes reading
/// throw.
public final class PlanReader {
    private PlanReader() {}

    /// Reads the file and what it includes.
    public static Parsed<Plan> read(Path file) {
        return read(file, Choices.NONE);
    }

    /// Reads the file and what it includes, with the profile and the variables that are chosen.
    public static Parsed<Plan> read(Path file, Choices choices) {
        var reading = new Reading();
        var root = new Includes(reading).read(file);
        return plan(new Choosing(choices, reading).apply(root), reading);
    }

    /// Reads the file and what it includes, with the places of its tasks and resources.
    public static Parsed<PlacedPlan> readPlaced(Path file) {
        var reading = new Reading();
        var root = new Includes(reading).read(file);
        return switch (plan(new Choosing(Choices.NONE, reading).apply(root), reading)) {
            case Parsed.Failed<Plan>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<Plan>(var plan) ->
                new Parsed.Ok<>(PlacedPlan.of(plan, new Location(file.toString(), 1, 1), reading.names()));
        };
    }

    /// Reads a plan from bytes; it cannot include files, as it is in no folder.
    ///
    /// @param name stands for the path in places
    public static Parsed<Plan> read(String name, byte[] bytes) {
        var reading = new Reading();
        reading.opened(name);
        var root = YamlText.compose(name, bytes, reading);
        new Includes(reading).refuse(root);
        return plan(new Choosing(Choices.NONE, reading).apply(root), reading);
    }

    private static Parsed<Plan> plan(@Nullable Node root, Reading reading) {
        if (root == null) {
            return new Parsed.Failed<>(reading.problems());
        }
        var entry = PlanForm.PLAN.entry(new Value("the file", root, reading));
        if (entry != null) {
            reading.names().unresolved().forEach(reading::add);
            WaiverForms.selfApproved(PlanForm.waivers(entry), reading.names()).forEach(reading::add);
            GateForms.impassable(PlanForm.gates(entry), reading.names()).forEach(reading::add);
            PlanForm.waits(entry).problems(reading.names()).forEach(reading::add);
        }
        return entry == null || reading.failed()
                ? new Parsed.Failed<>(reading.problems())
                : new Parsed.Ok<>(PlanForm.PLAN.make().apply(entry));
    }
}
