package muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.advisories.Advisories;
import muster.clouds.Services;
import muster.plan.Parsed;
import muster.probes.data.Access;
import muster.probes.data.Connected;
import muster.probes.data.Connections;
import muster.probes.data.DatabaseOpener;
import muster.sandbox.Trust;
import muster.wiring.Machines;
import muster.wiring.Means;
import muster.yaml.ServiceSpec;
import muster.yaml.ServicesReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// By what means an audit may test. All of it is the operator's word; nothing of it can stand in the audited folder.
final class MeansOptions {
    @Option(
            names = "--trust",
            paramLabel = "LEVEL",
            description = "static: nothing of the project is run; sandboxed: scripts run in the sandbox; operator: "
                    + "commands of the plan may also run outside it. Default: sandboxed with a plan, static without")
    private @Nullable Trust trust;

    @Option(
            names = "--database",
            paramLabel = "NAME=SPEC",
            description = "connects a database, such as shop=postgresql://reader@host/shop?password-env=SHOP_PASSWORD")
    private final Map<String, String> databases = new TreeMap<>();

    @Option(
            names = "--allow-write",
            paramLabel = "NAME",
            description = "allows scratch tables, and SQL of actions, in the connected database of this name")
    private final List<String> writable = new ArrayList<>();

    @Option(
            names = "--services",
            paramLabel = "FILE",
            description = "connects the services that this file describes, such as buckets and deployed jobs")
    private @Nullable Path services;

    @Option(
            names = "--advisories",
            paramLabel = "PATH",
            description = "looks for the project's packages in these records of vulnerabilities: an OSV file, a folder "
                    + "of them, or an archive as osv.dev exports it; may be given several times")
    private final List<Path> advisories = new ArrayList<>();

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    Machines machines() {
        return target.machines();
    }

    Trust trust(Trust standard) {
        return trust == null ? standard : trust;
    }

    /// Everything opened that is named.
    ///
    /// @throws ParameterException if a database is named in words that say none
    Parsed<Means> means(Trust standard) {
        var secrets = new HashSet<String>();
        var openers = openers(secrets);
        if (services == null) {
            return new Parsed.Ok<>(means(standard, openers, muster.probes.cloud.Connections.none(), secrets));
        }
        return switch (ServicesReader.read(services)) {
            case Parsed.Failed<SortedMap<String, ServiceSpec>>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<SortedMap<String, ServiceSpec>>(var specs) -> {
                var connected = Services.usual().connect(specs);
                secrets.addAll(connected.secrets());
                yield new Parsed.Ok<>(means(standard, openers, connected.connections(), secrets));
            }
        };
    }

    private Means means(
            Trust standard,
            SortedMap<String, DatabaseOpener> openers,
            muster.probes.cloud.Connections connections,
            Set<String> secrets) {
        return new Means(trust(standard), openers, connections, new Advisories(advisories), secrets, target.machines());
    }

    private SortedMap<String, DatabaseOpener> openers(Set<String> secrets) {
        var connections = new Connections(System.getenv());
        var openers = new TreeMap<String, DatabaseOpener>();
        databases.forEach((name, words) -> {
            switch (connections.opener(words, writable.contains(name) ? Access.SCRATCH : Access.READ)) {
                case Connected.Refused(var problem) ->
                    throw new ParameterException(command.commandLine(), "--database " + name + ": " + problem);
                case Connected.Ready ready -> {
                    openers.put(name, ready.opener());
                    secrets.addAll(ready.secrets());
                }
            }
        });
        return openers;
    }
}
