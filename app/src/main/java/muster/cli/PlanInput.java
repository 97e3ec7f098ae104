package muster.cli;

import java.nio.file.Files;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.wiring.Documents;
import muster.wiring.Workspace;

/// The plan of a workspace, for commands that cannot do without.
record PlanInput(Console console, Workspace workspace) {

    /// What is done with the plan.
    @FunctionalInterface
    interface Use {
        Exit of(Plan plan) throws Exception;
    }

    int use(Use use) throws Exception {
        if (!Files.exists(workspace.plan())) {
            return console.refuse(Exit.NOT_FOUND, "no plan at " + workspace.plan())
                    .code();
        }
        return switch (Documents.plan(workspace.plan())) {
            case Parsed.Failed<Plan>(var problems) -> console.refuse(problems).code();
            case Parsed.Ok<Plan>(var plan) -> use.of(plan).code();
        };
    }
}
