package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import muster.audit.AuditReport;
import muster.packs.warehouse.WarehousePack;
import muster.packs.warehouse.naming.NamingStandard;
import muster.plan.Plan;
import muster.planning.Remedies;
import muster.report.ReportInput;
import muster.report.ReportJson;
import muster.report.ReportView;

/// One audit of a workspace, from probing to its report.
public final class Audit {
    /// The version that reports name.
    public static final String VERSION = "0.1.0";

    private final Workspace workspace;
    private final Progress progress;

    /// An audit, not begun.
    public Audit(Workspace workspace, Progress progress) {
        this.workspace = workspace;
        this.progress = progress;
    }

    /// What came out.
    ///
    /// @param json the report, `muster.report/2`
    /// @param lines the report in short, for people
    public record Finished(AuditReport report, String json, List<String> lines) {
        public Finished {
            lines = List.copyOf(lines);
        }
    }

    /// Probes, judges, and keeps evidence and report in the workspace.
    public Finished of(Plan plan, InstantSource clock) throws IOException, InterruptedException {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var pack = WarehousePack.pack(
                () -> Auditing.warehouse(workspace),
                new WarehousePack.Setting(NamingStandard.m008(), clock, workspace.root()));
        var evidence = new Auditing(workspace, pack, clock, progress)
                .evidence(plan, escalated -> progress.say(Narrative.escalation(escalated)));
        var observations = Files.exists(workspace.warehouse())
                ? Observations.of(plan, workspace)
                : new TreeMap<muster.plan.ItemId, java.math.BigDecimal>();
        new AuditRecord(now, evidence, observations).write(workspace.own().resolve("evidence.json"));
        var pipeline = new Pipeline(plan);
        var report = pipeline.judge(evidence, observations, now);
        var outlook = Outlook.of(pipeline, report, Remedies.goal(plan));
        var answers = pipeline.answers(report, outlook.forecast());
        var json = ReportJson.write(ReportView.of(new ReportInput(plan, report, answers, subject(), List.of())));
        WholeFile.write(workspace.own().resolve("report.json"), json);
        return new Finished(report, json, Narrative.outlook(plan, report, outlook, "to the goal"));
    }

    private ReportInput.Subject subject() {
        return new ReportInput.Subject(".", workspace.plan().getFileName().toString(), VERSION);
    }
}
