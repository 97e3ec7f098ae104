package muster.wiring;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import muster.audit.AuditFinding;
import muster.audit.AuditReport;
import muster.audit.Auditor;
import muster.audit.Background;
import muster.audit.EarlierAudit;
import muster.audit.EscalatedBlocker;
import muster.audit.Evidence;
import muster.audit.ReconciledClaim;
import muster.audit.Seen;
import muster.discovery.Survey;
import muster.observation.Ground;
import muster.pack.Pack;
import muster.packs.warehouse.WarehousePack;
import muster.packs.warehouse.naming.NamingStandard;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.ItemId;
import muster.plan.Plan;
import muster.policy.Conditions;
import org.jspecify.annotations.Nullable;

/// Examines a workspace: probes what has to be probed, keeps what was seen, and judges it.
final class Examination {
    private final Workspace workspace;
    private final InstantSource clock;
    private final Progress progress;
    private final EvidenceStore store;

    Examination(Workspace workspace, InstantSource clock, Progress progress) {
        this.workspace = workspace;
        this.clock = clock;
        this.progress = progress;
        this.store = EvidenceStore.of(workspace);
    }

    /// What is asked for.
    ///
    /// @param label under which the audit is found again
    /// @param extent whether evidence of earlier audits is used
    /// @param baseline what it is compared with, none for no comparison
    /// @param files that somebody should expect
    /// @param documents whether the claims of the folder's documents are reconciled
    /// @param scripts whether the folder's scripts that nobody expects are looked at too
    /// @param basis by what it judges, as it is kept
    /// @param found what is known of the folder already
    record Order(
            String label,
            Reprobe extent,
            @Nullable EarlierAudit baseline,
            SortedSet<String> files,
            DocumentClaims documents,
            Scripts scripts,
            Basis basis,
            List<AuditFinding> found) {

        /// All is probed, and compared with nothing.
        static Order whole(String label) {
            return new Order(
                    label,
                    Reprobe.ALL,
                    null,
                    new TreeSet<>(),
                    DocumentClaims.LEFT_OUT,
                    Scripts.EXPECTED,
                    Basis.standard(),
                    List.of());
        }

        Background background(List<AuditFinding> folder) {
            return new Background(baseline, files, new Conditions(), folder);
        }
    }

    /// Whether documents are read beside the plan.
    enum DocumentClaims {
        RECONCILED,
        LEFT_OUT
    }

    /// Which scripts of the folder are looked at.
    enum Scripts {
        ALL,
        EXPECTED
    }

    /// A new audit, whatever was found before.
    AuditReport perform(Pipeline pipeline, Order order, Consumer<EscalatedBlocker> escalate)
            throws IOException, InterruptedException {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var auditor = new Auditor(pipeline.plan(), pipeline.rules(), order.background(folder(order)));
        var asked = asked(pipeline.plan(), order);
        var evidence = new Auditing(workspace, pack(), clock, progress)
                .by(pipeline.plan())
                .evidence(auditor, asked, reusable(asked, order, now), told(escalate));
        var observations = observations(pipeline);
        var report = auditor.judge(new Seen(evidence, observations, documents(pipeline, order, evidence)), now);
        var _ = store.finish(new AuditRecord(
                now,
                order.label(),
                evidence,
                observations,
                EarlierAudit.of(report),
                Reuse.definitions(asked, root()),
                order.basis()));
        return report;
    }

    /// The newest audit with a label, judged again; null if there is none.
    @Nullable
    AuditReport kept(Pipeline pipeline, String label) throws IOException {
        var kept = store.newest(label::equals);
        return kept == null ? null : pipeline.judge(kept.evidence(), kept.observations(), kept.at());
    }

    /// What the newest audit came to; null if there was none.
    @Nullable
    EarlierAudit newest() throws IOException {
        return store.baseline();
    }

    private List<AuditFinding> folder(Order order) throws IOException {
        var findings = new ArrayList<>(order.found());
        switch (order.scripts()) {
            case ALL -> findings.addAll(new FolderFindings(new Ground(root()), order.files()).all());
            case EXPECTED -> {}
        }
        return findings;
    }

    /// What the plan expects, and the folder's scripts that it does not speak of.
    private List<Expectation> asked(Plan plan, Order order) throws IOException {
        var asked = new ArrayList<>(plan.expectations());
        switch (order.scripts()) {
            case ALL -> asked.addAll(Survey.beside(root(), plan));
            case EXPECTED -> {}
        }
        return asked;
    }

    private Map<ExpectationId, List<Evidence>> reusable(List<Expectation> asked, Order order, Instant now)
            throws IOException {
        return switch (order.extent()) {
            case ALL -> Map.of();
            case CHANGED -> new Reuse(workspace).of(asked, store.newest(_ -> true), now);
        };
    }

    private Auditing.Told told(Consumer<EscalatedBlocker> escalate) {
        return new Auditing.Told() {
            @Override
            public void seen(List<Evidence> evidence) throws IOException {
                store.keep(evidence);
            }

            @Override
            public void escalated(EscalatedBlocker blocker) {
                escalate.accept(blocker);
            }
        };
    }

    private List<ReconciledClaim> documents(Pipeline pipeline, Order order, List<Evidence> evidence)
            throws IOException, InterruptedException {
        return switch (order.documents()) {
            case RECONCILED -> new DocumentReading(workspace).claims(pipeline.plan(), evidence);
            case LEFT_OUT -> List.of();
        };
    }

    private SortedMap<ItemId, BigDecimal> observations(Pipeline pipeline) throws IOException {
        return Files.exists(workspace.warehouse()) ? Observations.of(pipeline.plan(), workspace) : new TreeMap<>();
    }

    private Path root() throws IOException {
        return workspace.root().toRealPath();
    }

    private Pack pack() {
        return pack(workspace, clock);
    }

    /// The pack that the workspace's capabilities may be bound to.
    static Pack pack(Workspace workspace, InstantSource clock) {
        return WarehousePack.pack(
                () -> Auditing.warehouse(workspace),
                new WarehousePack.Setting(NamingStandard.m008(), clock, workspace.root()));
    }
}
