package muster.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.audit.AuditReport;
import muster.run.RunState;
import muster.run.StepState;

/// How a demo ended.
///
/// @param figures outputs of the run's steps, as `step.output`
/// @param journal what its verification said
public record DemoResult(
        Workspace workspace,
        AuditReport before,
        AuditReport after,
        SortedMap<String, String> figures,
        List<Path> reports,
        String journal) {

    record Parts(AuditReport before, AuditReport after, RunState run, List<Path> reports, String journal) {}

    static DemoResult of(Workspace workspace, Parts parts) {
        var figures = new TreeMap<String, String>();
        parts.run().steps().forEach((step, state) -> {
            if (state instanceof StepState.Done(var outputs)) {
                outputs.forEach((name, value) -> figures.put(step + "." + name, value));
            }
        });
        return new DemoResult(workspace, parts.before(), parts.after(), figures, parts.reports(), parts.journal());
    }
}
