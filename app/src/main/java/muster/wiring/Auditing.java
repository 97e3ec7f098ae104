package muster.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import muster.audit.AuditInProgress;
import muster.audit.Auditor;
import muster.audit.EscalatedBlocker;
import muster.audit.Evidence;
import muster.pack.Pack;
import muster.packs.warehouse.child.Turns;
import muster.packs.warehouse.sql.WarehouseAccess;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.Plan;
import muster.probes.Probes;
import muster.probes.data.Connections;
import muster.probes.data.DatabaseOpener;
import muster.probes.scripts.Reach;
import muster.probes.scripts.sql.NameRule;

/// Collects the evidence of an audit in a workspace. P0 blockers are told while it still runs.
final class Auditing {

    /// The name that plans give to the workspace's warehouse.
    static final String WAREHOUSE = "warehouse";

    private final Workspace workspace;
    private final Pack warehouse;
    private final InstantSource clock;
    private final Progress progress;
    private final NameRule naming;

    Auditing(Workspace workspace, Pack warehouse, InstantSource clock, Progress progress) {
        this.workspace = workspace;
        this.warehouse = warehouse;
        this.clock = clock;
        this.progress = progress;
        this.naming = Naming.offered(workspace);
    }

    private Auditing(Auditing other, NameRule naming) {
        this.workspace = other.workspace;
        this.warehouse = other.warehouse;
        this.clock = other.clock;
        this.progress = other.progress;
        this.naming = naming;
    }

    /// The same that judges names by the rule that a plan names.
    Auditing by(Plan plan) {
        return Naming.isNamed(plan) ? new Auditing(this, Naming.standard()) : this;
    }

    /// Is told what happens while the audit runs.
    interface Told {
        void seen(List<Evidence> evidence) throws IOException;

        void escalated(EscalatedBlocker blocker);
    }

    /// Probes everything that the plan expects and that nothing usable is known of. An interruption ends the probing,
    /// not the audit: what has been seen is judged as a part.
    ///
    /// @param asked the plan's expectations, and what is looked at beside them
    /// @param known evidence that is used instead of probing, by expectation
    List<Evidence> evidence(
            Auditor auditor, List<Expectation> asked, Map<ExpectationId, List<Evidence>> known, Told told)
            throws IOException, InterruptedException {
        var audit = new AuditInProgress(auditor);
        var open = new ArrayList<Expectation>();
        for (var expectation : asked) {
            var usable = known.get(expectation.id());
            if (usable == null) {
                open.add(expectation);
            } else {
                audit.add(usable, clock.instant()).forEach(told::escalated);
            }
        }
        probe(open, audit, told);
        return audit.evidence();
    }

    private void probe(List<Expectation> open, AuditInProgress audit, Told told)
            throws IOException, InterruptedException {
        var seen = new AtomicInteger();
        try {
            new Probes(probed(workspace.root())).probeAll(open, clock.instant(), (expectation, found) -> {
                progress.at("audit", (double) seen.incrementAndGet() / open.size(), expectation.title());
                keep(found, told);
                audit.add(found, clock.instant()).forEach(told::escalated);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (InterruptedException cutOff) {
            progress.say("interrupted: the report holds what was probed until now");
        }
    }

    private static void keep(List<Evidence> found, Told told) {
        try {
            told.seen(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Probes many expectations at once, whatever is known of them.
    Map<ExpectationId, List<Evidence>> probe(List<Expectation> expectations) throws IOException, InterruptedException {
        var all = new HashMap<ExpectationId, List<Evidence>>();
        new Probes(probed(workspace.root()))
                .probeAll(expectations, clock.instant(), (expectation, found) -> all.put(expectation.id(), found));
        return all;
    }

    /// What the probes of databases and services of a plan would use, without making them.
    List<Evidence> estimates(Plan plan) throws IOException, InterruptedException {
        var probes = new Probes(probed(workspace.root()));
        var estimates = new ArrayList<Evidence>();
        for (var expectation : plan.expectations()) {
            Optional.ofNullable(probes.estimate(expectation, clock.instant())).ifPresent(estimates::add);
        }
        return List.copyOf(estimates);
    }

    /// Probes one expectation.
    List<Evidence> probe(Expectation expectation) throws IOException {
        return probe(expectation, workspace.root());
    }

    /// Probes one expectation in a copy of the workspace; databases are those of the workspace.
    List<Evidence> probe(Expectation expectation, Path root) throws IOException {
        try (var probes = new Probes(probed(root))) {
            return probes.probe(expectation, clock.instant());
        }
    }

    private muster.probes.Workspace probed(Path root) throws IOException {
        var databases = new TreeMap<String, DatabaseOpener>(
                Map.of(WAREHOUSE, DatabaseOpener.forScratch(() -> Connections.confined(warehouse(workspace)))));
        databases.putAll(workspace.means().databases());
        return new muster.probes.Workspace(
                root.toRealPath(),
                InetAddress.getLocalHost().getHostName(),
                muster.probes.Workspace.SYSTEM_PYTHON,
                databases,
                SelfTests.of(warehouse),
                workspace.means().secrets(),
                workspace.means().trust(),
                naming,
                workspace.means().services(),
                workspace.means().machines().routes(),
                Reach.FURTHER);
    }

    /// A connection to the workspace's warehouse, which the caller closes.
    static Connection warehouse(Workspace workspace) throws SQLException {
        return existing(workspace, Turns.at(workspace.warehouse()).here());
    }

    /// The same by another way, none of which makes a file.
    static Connection existing(Workspace workspace, WarehouseAccess way) throws SQLException {
        Path file = workspace.warehouse();
        if (!java.nio.file.Files.exists(file)) {
            throw new SQLException("no warehouse at " + file);
        }
        return way.open();
    }
}
