package muster.wiring;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import muster.audit.AuditReport;
import muster.audit.DecisionRules;
import muster.audit.EarlierAudit;
import muster.observation.Redaction;
import muster.plan.Plan;
import muster.planning.Remedies;
import muster.policy.Policy;
import muster.report.ReportInput;
import muster.report.ReportJson;
import muster.report.ReportView;
import muster.yaml.Choices;
import org.jspecify.annotations.Nullable;

/// One audit of a workspace, from probing to its report.
public final class Audit {
    /// The version that reports name.
    public static final String VERSION = "0.1.0";

    /// Under which audits of a workspace are kept.
    static final String LABEL = "audit";

    private final Workspace workspace;
    private final Progress progress;
    private final Redaction redaction;

    /// An audit, not begun.
    public Audit(Workspace workspace, Progress progress) {
        this.workspace = workspace;
        this.redaction = Redaction.of(workspace.means().secrets());
        this.progress = new RedactedProgress(progress, redaction);
    }

    /// What came out.
    ///
    /// @param json the report, `muster.report/2`
    /// @param lines the report in short, for people
    public record Finished(AuditReport report, ReportView view, String json, List<String> lines) {
        public Finished {
            lines = List.copyOf(lines);
        }
    }

    /// How an audit is made.
    ///
    /// @param rules the policy that decides
    /// @param reprobe whether evidence of earlier audits that still counts is used
    /// @param baseline what it is compared with; none for the newest audit of the workspace
    /// @param policy the text of the rules; none for the standard ones
    public record Manner(
            DecisionRules rules,
            Reprobe reprobe,
            @Nullable EarlierAudit baseline,
            @Nullable String policy) {
        /// By the standard policy, against the newest audit, probing only what has changed.
        public static Manner standard() {
            return new Manner(Policy.standard(), Reprobe.CHANGED, null, null);
        }
    }

    /// Probes, judges, and keeps evidence and report in the workspace.
    public Finished of(Plan plan, InstantSource clock) throws IOException, InterruptedException {
        return of(plan, clock, Manner.standard());
    }

    /// The same in a manner of one's own.
    public Finished of(Plan plan, InstantSource clock, Manner manner) throws IOException, InterruptedException {
        return of(new ChosenPlan(plan, ChosenPlan.Origin.OWN, workspace.plan(), Choices.NONE), clock, manner);
    }

    /// The same by a plan that was chosen.
    public Finished of(ChosenPlan chosen, InstantSource clock, Manner manner) throws IOException, InterruptedException {
        var plan = chosen.plan();
        var examination = new Examination(workspace, clock, progress);
        var pipeline = new Pipeline(plan, manner.rules());
        var baseline = manner.baseline() == null ? examination.newest() : manner.baseline();
        var declared = DeclaredComponents.of(workspace);
        var order = new Examination.Order(
                LABEL,
                manner.reprobe(),
                baseline,
                TrackedFiles.of(workspace.root()),
                Examination.DocumentClaims.RECONCILED,
                Examination.Scripts.ALL,
                Basis.of(workspace, chosen, manner),
                declared.findings());
        var report = examination.perform(pipeline, order, escalated -> progress.say(Narrative.escalation(escalated)));
        var outlook = Outlook.of(pipeline, report, Remedies.goal(plan));
        var answers = pipeline.answers(report, outlook.forecast());
        var view = ReportView.of(
                new ReportInput(plan, report, answers, subject(chosen), declared.components()), redaction);
        var json = ReportJson.write(view);
        WholeFile.write(workspace.own().resolve("report.json"), json);
        WholeFile.write(workspace.own().resolve(".gitignore"), "*\n");
        return new Finished(report, view, json, lines(plan, report, outlook));
    }

    private List<String> lines(Plan plan, AuditReport report, Outlook outlook) {
        var lines = new ArrayList<>(Narrative.outlook(plan, report, outlook, "to the goal"));
        lines.addAll(Narrative.history(report));
        return lines.stream().map(redaction::redact).toList();
    }

    private ReportInput.Subject subject(ChosenPlan chosen) {
        var source = chosen.source();
        return new ReportInput.Subject(
                ".", source == null ? null : source.getFileName().toString(), VERSION);
    }
}
