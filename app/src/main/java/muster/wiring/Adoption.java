package muster.wiring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import muster.plan.Action;
import muster.plan.Expectation;
import muster.plan.Plan;
import muster.plan.Probe;
import muster.plan.Remedy;
import muster.plan.TaskId;
import muster.planning.ActionPlan;

/// The part of a plan file that binds capabilities to the pack actions that were adopted for them.
final class Adoption {

    private Adoption() {}

    /// Overlays for the expectations whose chosen remedy proved a pack's action.
    static String yaml(Plan plan, ActionPlan chosen) {
        var taken = new HashSet<TaskId>();
        chosen.steps().forEach(step -> taken.add(step.action().id()));
        var lines = new ArrayList<String>();
        lines.add("# Written by the demo after its run: which capability is provided by which action.");
        lines.add("muster: 1");
        lines.add("expectations:");
        for (var expectation : plan.expectations()) {
            expectation.remedies().stream()
                    .filter(remedy -> taken.contains(remedy.id()))
                    .forEach(remedy -> bind(expectation, remedy, lines));
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
}
