package muster.wiring;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import muster.audit.AuditReport;
import muster.audit.Background;
import muster.audit.DecisionRules;
import muster.plan.Parsed;
import muster.policy.Conditions;
import muster.policy.Policy;
import org.jspecify.annotations.Nullable;

/// The newest audit of a workspace, judged again by its own plan, profile, policy and baseline.
record KeptAudit(Pipeline pipeline, AuditReport report, String basis) {

    /// Nothing if there is no audit; problems if the plan or the policy cannot be read any more.
    static @Nullable Parsed<KeptAudit> newest(Workspace workspace) throws IOException {
        var store = EvidenceStore.of(workspace);
        var record = store.newest(Audit.LABEL::equals);
        if (record == null) {
            return null;
        }
        var basis = record.basis();
        var named = basis.named();
        var before = named == null ? store.before(Audit.LABEL::equals) : named;
        var background = new Background(before, new TreeSet<>(), new Conditions(), List.of());
        return switch (rules(basis)) {
            case Parsed.Failed<DecisionRules>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<DecisionRules>(var rules) ->
                switch (ChosenPlan.of(workspace.root(), basis.source(workspace), basis.choices(), record.at())) {
                    case Parsed.Failed<ChosenPlan>(var problems) -> new Parsed.Failed<>(problems);
                    case Parsed.Ok<ChosenPlan>(var chosen) ->
                        new Parsed.Ok<>(judged(new Pipeline(chosen.plan(), rules), record, background));
                };
        };
    }

    private static KeptAudit judged(Pipeline pipeline, AuditRecord record, Background background) {
        var report = pipeline.judge(record.evidence(), record.observations(), record.at(), background);
        return new KeptAudit(pipeline, report, record.basis().words());
    }

    private static Parsed<DecisionRules> rules(Basis basis) {
        var policy = basis.policy();
        return policy == null ? new Parsed.Ok<>(Policy.standard()) : Policy.read("policy of the audit", policy);
    }
}
