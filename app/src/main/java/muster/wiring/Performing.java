package muster.wiring;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import muster.actions.AgentPerformer;
import muster.actions.CommandPerformer;
import muster.actions.Databases;
import muster.actions.GitPerformer;
import muster.actions.HttpPerformer;
import muster.actions.Performer;
import muster.actions.Performers;
import muster.actions.SandboxedCommands;
import muster.actions.SqlPerformer;
import muster.observation.Redaction;
import muster.pack.Pack;
import muster.packs.training.TrainingPack;
import muster.packs.warehouse.WarehousePack;
import muster.packs.warehouse.child.Turns;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.WarehouseAccess;
import muster.plan.Action;
import muster.probes.data.Access;
import muster.sandbox.Launch;
import muster.sandbox.Launcher;
import muster.sandbox.Sandbox;
import muster.sandbox.Trust;
import org.jspecify.annotations.Nullable;

/// Puts together what performs the actions of a workspace's runs, as far as the operator allows it.
///
/// @param hosts that requests may reach: `host`, or `host:port`
/// @param environment variables that trusted commands, agents and headers of requests may use
public record Performing(Workspace workspace, Set<String> hosts, SortedMap<String, String> environment) {
    /// Variables whose values are no secrets and stand in half of all outputs.
    private static final Set<String> PLAIN = Set.of("PATH", "HOME", "LANG", "USER", "TMPDIR", "TERM", "TZ");

    private static final String STATIC = "trust is static: nothing is performed";

    public Performing {
        hosts = Set.copyOf(hosts);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    /// Who performs what. Everything that is kept has its secrets taken out, the values of the variables among them.
    public Performers performers() {
        var secrets = new HashSet<>(workspace.means().secrets());
        environment.forEach((name, value) -> {
            if (!PLAIN.contains(name)) {
                secrets.add(value);
            }
        });
        UnaryOperator<String> redact = Redaction.of(secrets)::redact;
        if (workspace.means().trust() == Trust.STATIC) {
            return new Performers(
                    Performer.none(STATIC),
                    Performer.none(STATIC),
                    Performer.none(STATIC),
                    Performer.none(STATIC),
                    Performer.none(STATIC),
                    Performers.actions(List.of()));
        }
        return new Performers(
                commands(redact),
                new SqlPerformer(new Connected(workspace), redact),
                new HttpPerformer(hosts, environment, redact, InstantSource.system(), Thread::sleep),
                new GitPerformer(workspace.root(), workspace.means().trust(), redact),
                agents(redact),
                Performers.actions(packs()));
    }

    private Performer<Action.Command> commands(UnaryOperator<String> redact) {
        return workspace.means().trust().reachesHost()
                ? new CommandPerformer(workspace.root(), variables(), CommandPerformer.USUAL, redact)
                : new SandboxedCommands(new Sandbox(Launcher.forThisMachine()), workspace.root(), redact);
    }

    private Performer<Action.Agent> agents(UnaryOperator<String> redact) {
        return workspace.means().trust().reachesHost()
                ? new AgentPerformer(workspace.root(), variables(), AgentPerformer.USUAL_GRACE, redact)
                : Performer.none("an agent works outside the sandbox; Maybe say --trust operator");
    }

    private SortedMap<String, String> variables() {
        var variables = new TreeMap<>(environment);
        variables.putIfAbsent("PATH", Launch.PATH);
        variables.putIfAbsent("LANG", "C.UTF-8");
        return variables;
    }

    private List<Pack> packs() {
        var turns = Turns.at(workspace.warehouse());
        WarehouseAccess apart = () -> Auditing.existing(workspace, turns.apart());
        var setting = new WarehousePack.Setting(NamingStandard.m008(), InstantSource.system(), workspace.root());
        var pack = WarehousePack.pack(() -> Auditing.warehouse(workspace), apart, setting);
        return List.of(
                Files.exists(workspace.warehouse()) ? pack : WarehousePack.beginning(turns.here(), pack, setting),
                TrainingPack.pack(apart, workspace.root()));
    }

    /// Databases that the operator has connected for writing, and the workspace's own warehouse.
    private record Connected(Workspace workspace) implements Databases {
        @Override
        public Connection open(String name) throws SQLException {
            var why = obstacle(name);
            if (why != null) {
                throw new SQLException(why);
            }
            var opener = workspace.means().databases().get(name);
            return opener == null ? Auditing.warehouse(workspace) : opener.open();
        }

        @Override
        public @Nullable String obstacle(String name) {
            var opener = workspace.means().databases().get(name);
            if (opener == null) {
                return name.equals(Auditing.WAREHOUSE) && Files.exists(workspace.warehouse())
                        ? null
                        : "no database " + name + " is connected; Maybe say --database " + name + "=SPEC";
            }
            return opener.access() == Access.SCRATCH
                    ? null
                    : "database " + name + " is connected for reading only; Maybe say --allow-write " + name;
        }
    }
}
