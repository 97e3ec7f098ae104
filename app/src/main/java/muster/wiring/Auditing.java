package muster.wiring;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import muster.audit.AuditInProgress;
import muster.audit.Auditor;
import muster.audit.EscalatedBlocker;
import muster.audit.Evidence;
import muster.pack.Pack;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.plan.Plan;
import muster.policy.Policy;
import muster.probes.Probes;
import muster.probes.data.DatabaseOpener;

/// Collects the evidence of an audit in a workspace. P0 blockers are told while it still runs.
final class Auditing {

    /// The name that plans give to the workspace's warehouse.
    static final String WAREHOUSE = "warehouse";

    private final Workspace workspace;
    private final Pack warehouse;
    private final InstantSource clock;
    private final Progress progress;

    Auditing(Workspace workspace, Pack warehouse, InstantSource clock, Progress progress) {
        this.workspace = workspace;
        this.warehouse = warehouse;
        this.clock = clock;
        this.progress = progress;
    }

    /// Probes everything that the plan expects.
    List<Evidence> evidence(Plan plan, Consumer<EscalatedBlocker> escalate) throws IOException, InterruptedException {
        var audit = new AuditInProgress(new Auditor(plan, Policy.standard()));
        var probes = new Probes(probed());
        var total = plan.expectations().size();
        var seen = new ArrayList<String>();
        probes.probeAll(plan.expectations(), clock.instant(), (expectation, found) -> {
            seen.add(expectation.id().value());
            progress.at("audit", (double) seen.size() / total, expectation.title());
            audit.add(found, clock.instant()).forEach(escalate);
        });
        return audit.evidence();
    }

    private muster.probes.Workspace probed() throws IOException {
        var databases = new TreeMap<String, DatabaseOpener>(Map.of(WAREHOUSE, () -> warehouse(workspace)));
        return new muster.probes.Workspace(
                workspace.root().toRealPath(),
                InetAddress.getLocalHost().getHostName(),
                muster.probes.Workspace.SYSTEM_PYTHON,
                databases,
                SelfTests.of(warehouse),
                Set.of(),
                muster.probes.cloud.Connections.none());
    }

    /// A connection to the workspace's warehouse, which the caller closes.
    static Connection warehouse(Workspace workspace) throws SQLException {
        Path file = workspace.warehouse();
        if (!java.nio.file.Files.exists(file)) {
            throw new SQLException("no warehouse at " + file);
        }
        return new DuckDbFile(file).open();
    }
}
