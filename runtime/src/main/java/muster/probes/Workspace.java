package muster.probes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.probes.cloud.Connections;
import muster.probes.data.DatabaseOpener;
import muster.probes.scripts.Reach;
import muster.probes.scripts.sql.NameRule;
import muster.sandbox.Trust;
import muster.targets.Routes;

/// What is probed, and by what means. Nothing in the probed folder can change the means.
///
/// @param root the folder that paths are relative to, without links
/// @param host name of this machine, stamped on the evidence
/// @param python the interpreter that scripts are parsed, run and looked up with; never one from inside the root
/// @param databases by the name that expectations use
/// @param selfTests by the full name of a pack's action, such as `warehouse.rename`
/// @param secrets texts that must never be recorded, such as passwords handed to a driver
/// @param trust what of the project may be executed, and where
/// @param naming judges the names that scripts give to tables
/// @param services that the operator has connected
/// @param routes how other machines are reached
/// @param reach whether scripts are tried out further than asked
public record Workspace(
        Path root,
        String host,
        Path python,
        SortedMap<String, DatabaseOpener> databases,
        SortedMap<String, SelfTest> selfTests,
        Set<String> secrets,
        Trust trust,
        NameRule naming,
        Connections services,
        Routes routes,
        Reach reach) {
    /// The system's own interpreter is preferred: it is there without an environment, also in the sandbox.
    public static final Path SYSTEM_PYTHON = Path.of("/usr/bin/python3");

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    public Workspace {
        databases = Collections.unmodifiableSortedMap(new TreeMap<>(databases));
        selfTests = Collections.unmodifiableSortedMap(new TreeMap<>(selfTests));
        secrets = Set.copyOf(secrets);
    }

    /// A folder on this machine, without databases and self-tests, whose scripts run in the sandbox.
    ///
    /// @throws UncheckedIOException if there is no such folder
    public static Workspace of(Path root) {
        try {
            return new Workspace(
                    root.toRealPath(),
                    hostName(),
                    SYSTEM_PYTHON,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    Set.of(),
                    Trust.SANDBOXED,
                    NameRule.NONE,
                    Connections.none(),
                    Routes.standard(),
                    Reach.AS_ASKED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with a database more.
    public Workspace withDatabase(String name, DatabaseOpener opener) {
        var more = new TreeMap<>(databases);
        more.put(name, opener);
        return new Workspace(root, host, python, more, selfTests, secrets, trust, naming, services, routes, reach);
    }

    /// The same with the self-test of a pack's action more.
    public Workspace withSelfTest(String action, SelfTest test) {
        var more = new TreeMap<>(selfTests);
        more.put(action, test);
        return new Workspace(root, host, python, databases, more, secrets, trust, naming, services, routes, reach);
    }

    /// The same under another trust; only the operator may decide this, never a file of the workspace.
    public Workspace withTrust(Trust other) {
        return new Workspace(root, host, python, databases, selfTests, secrets, other, naming, services, routes, reach);
    }

    /// The same with texts that must never be recorded.
    public Workspace hiding(Set<String> texts) {
        return new Workspace(root, host, python, databases, selfTests, texts, trust, naming, services, routes, reach);
    }

    /// The same with a rule for the names of tables.
    public Workspace withNaming(NameRule rule) {
        return new Workspace(root, host, python, databases, selfTests, secrets, trust, rule, services, routes, reach);
    }

    /// The same with services that the operator has connected.
    public Workspace connectedTo(Connections connections) {
        return new Workspace(
                root, host, python, databases, selfTests, secrets, trust, naming, connections, routes, reach);
    }

    /// The same with other ways to other machines.
    public Workspace reachingBy(Routes ways) {
        return new Workspace(root, host, python, databases, selfTests, secrets, trust, naming, services, ways, reach);
    }

    /// The same whose scripts are tried out further than asked.
    public Workspace reaching(Reach other) {
        return new Workspace(root, host, python, databases, selfTests, secrets, trust, naming, services, routes, other);
    }

    private static String hostName() throws IOException {
        return Files.isReadable(HOST_NAME) ? Files.readString(HOST_NAME).strip() : "localhost";
    }
}
