package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import muster.audit.Evidence;
import muster.audit.ReconciledClaim;
import muster.claims.ClaimAudit;
import muster.claims.ClaimRule;
import muster.claims.Tables;
import muster.observation.Ground;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.Session;
import muster.plan.Plan;
import muster.plan.Source;
import muster.probes.data.Connections;
import muster.probes.data.DatabaseTables;
import muster.sandbox.Launcher;
import org.jspecify.annotations.Nullable;

/// Sets what the documents of a workspace state against what was seen.
record DocumentReading(Workspace workspace) {

    /// The claims of all documents, but for those that the plan has taken over from one of them.
    List<ReconciledClaim> claims(Plan plan, List<Evidence> evidence) throws IOException, InterruptedException {
        var audit = new ClaimAudit(new Ground(workspace.root().toRealPath()), Launcher.forThisMachine());
        Set<String> taken = new HashSet<>();
        plan.claims().forEach(claim -> taken.add(place(claim.source())));
        return audit.reconciled(evidence, rules(), tables()).stream()
                .filter(each -> !taken.contains(place(each.claim().source())))
                .toList();
    }

    /// The databases that the operator has connected, the workspace's own, and what stands in its facts.
    private List<Tables> tables() {
        var openers = new TreeMap<>(workspace.means().databases());
        if (Files.exists(workspace.warehouse())) {
            openers.putIfAbsent(Auditing.WAREHOUSE, () -> Connections.confined(Auditing.warehouse(workspace)));
        }
        var tables = new ArrayList<>(DatabaseTables.of(openers));
        tables.addAll(FactTables.in(workspace.root()));
        return List.copyOf(tables);
    }

    private List<ClaimRule> rules() throws IOException {
        if (!Files.exists(workspace.warehouse())) {
            return List.of();
        }
        try (var session = Session.open(() -> Auditing.warehouse(workspace))) {
            return List.of(Observations.rule(
                    NamingStandard.m008().judge(Catalog.read(session).tables())));
        } catch (SQLException e) {
            throw new IOException("the warehouse cannot be read: " + e.getMessage(), e);
        }
    }

    private static String place(@Nullable Source source) {
        return source == null
                ? ""
                : source.document().substring(source.document().lastIndexOf('/') + 1) + ":" + source.line();
    }
}
