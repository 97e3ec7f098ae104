package muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import muster.sandbox.Trust;
import muster.wiring.Means;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// By what means an audit may test. All of it is the operator's word; nothing of it can stand in the audited folder.
final class MeansOptions {
    @Option(
            names = "--trust",
            paramLabel = "LEVEL",
            description =
                    "static: nothing of the project is run; sandboxed: scripts run in the sandbox; operator: commands "
                            + "of the plan may also run outside it. Default: sandboxed with a plan, static without")
    private @Nullable Trust trust;

    @Option(
            names = "--database",
            paramLabel = "NAME=SPEC",
            description = "connects a database, such as shop=postgresql://reader@host/shop?password-env=SHOP_PASSWORD")
    private Map<String, String> databases = new TreeMap<>();

    @Option(
            names = "--allow-write",
            paramLabel = "NAME",
            description = "allows scratch objects in a connected database or service")
    private List<String> writable = new ArrayList<>();

    @Option(
            names = "--services",
            paramLabel = "FILE",
            description = "connects services such as buckets and deployed jobs")
    private @Nullable Path services;

    Means means(Trust standard) {
        Set<String> allowed = new HashSet<>(writable);
        return new Means(trust == null ? standard : trust, new TreeMap<>(databases), allowed, services);
    }
}
