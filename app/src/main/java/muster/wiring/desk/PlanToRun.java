package muster.wiring.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import muster.coordination.Charter;
import muster.desk.Ending;
import muster.desk.Fields;
import muster.desk.Reply;
import muster.plan.Checking;
import muster.plan.FactId;
import muster.plan.LateResults;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.RunId;
import muster.run.WholeRun;
import muster.wiring.Beginning;
import muster.wiring.Documents;
import muster.wiring.PlanParts;
import muster.wiring.Workspace;

/// A plan file that is to be run.
///
/// @param parts the plans that its tasks are
/// @param start what begins the run
record PlanToRun(Plan plan, SortedMap<TaskId, Plan> parts, Command.Start start) {

    /// What its team agrees on.
    Charter charter() {
        return Charter.of(plan, parts);
    }

    /// Reads the file and the plans that its tasks are, and does something with them if they are right.
    static Reply with(Workspace workspace, Path file, Fields fields, Function<PlanToRun, Reply> then)
            throws IOException {
        if (!Files.exists(file)) {
            return missing(file);
        }
        return switch (Documents.plan(file)) {
            case Parsed.Failed<Plan>(var problems) -> Reply.Refused.of(problems);
            case Parsed.Ok<Plan>(var plan) ->
                switch (PlanParts.of(file, plan)) {
                    case Parsed.Failed<SortedMap<TaskId, Plan>>(var problems) -> Reply.Refused.of(problems);
                    case Parsed.Ok<SortedMap<TaskId, Plan>>(var parts) ->
                        then.apply(new PlanToRun(
                                plan, parts, Beginning.of(workspace, file, plan, setting(fields, plan, parts))));
                };
        };
    }

    static Reply.Refused missing(Path file) {
        return new Reply.Refused(Ending.NOT_FOUND, file + " is not there\nMaybe name the plan: --plan FILE");
    }

    private static Beginning.Setting setting(Fields fields, Plan plan, SortedMap<TaskId, Plan> parts) {
        var usual = plan.header().id().value();
        var conduct = new WholeRun.Conduct(
                fields.flag("checked") ? Checking.ANOTHER : Checking.NONE,
                fields.flag("take_late") ? LateResults.TAKE_UNLESS_CLAIMED : LateResults.REFUSE);
        return new Beginning.Setting(
                fields.value("run", usual, RunId::new),
                conduct,
                new TreeSet<>(fields.values("facts", FactId::new)),
                parts);
    }
}
