package muster.wiring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import muster.plan.Action;
import muster.plan.Expectation;
import muster.plan.Plan;
import muster.plan.Probe;
import muster.plan.Remedy;
import muster.plan.TaskId;
import muster.planning.ActionPlan;
import muster.run.RunState;
import muster.run.StepState;

/// The part of a plan file that a run adds: capabilities bound to the pack actions that were adopted for them, and the
/// number of tables that the run accounted for.
final class Adoption {

    /// What `warehouse.validate` puts out.
    private static final String TABLES_AFTER = "tables.after";

    private Adoption() {}

    /// Overlays for the expectations whose chosen remedy proved a pack's action.
    static String yaml(Plan plan, ActionPlan chosen, RunState done) {
        var taken = new HashSet<TaskId>();
        chosen.steps().forEach(step -> taken.add(step.action().id()));
        var lines = new ArrayList<String>();
        lines.add(
                "# Written by the demo after its run: which capability is provided by which action, and what was counted.");
        lines.add("muster: 1");
        lines.add("expectations:");
        for (var expectation : plan.expectations()) {
            expectation.remedies().stream()
                    .filter(remedy -> taken.contains(remedy.id()))
                    .forEach(remedy -> bind(expectation, remedy, lines));
            conserve(expectation, done, lines);
        }
        return lines.size() == 3 ? "muster: 1\n" : String.join("\n", lines) + "\n";
    }

    private static void bind(Expectation expectation, Remedy remedy, List<String> lines) {
        if (remedy.action() instanceof Action.Pack(var _, var arguments)
                && expectation.probe() instanceof Probe.Capability(var words, var _)) {
            var action = SelfTests.provenBy(arguments.getOrDefault("capability", ""));
            lines.add("  - id: " + expectation.id());
            lines.add("    probe: {capability: [" + String.join(", ", words) + "], bound: " + action + "}");
        }
    }

    /// A listing is expected to hold what the run's own validation accounted for: before, less what was joined.
    private static void conserve(Expectation expectation, RunState done, List<String> lines) {
        if (expectation.probe() instanceof Probe.Listing(var database, var _)) {
            done.steps().values().stream()
                    .flatMap(state -> state instanceof StepState.Done(var outputs)
                            ? Stream.ofNullable(outputs.get(TABLES_AFTER))
                            : Stream.empty())
                    .findFirst()
                    .ifPresent(tables -> {
                        lines.add("  - id: " + expectation.id());
                        lines.add("    probe: {listing: " + database + ", tables: " + tables + "}");
                    });
        }
    }
}
