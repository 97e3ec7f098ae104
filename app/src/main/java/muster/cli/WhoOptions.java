package muster.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// In whose name something is said, and of which run.
final class WhoOptions {

    @Option(names = "--as", paramLabel = "AGENT", description = "in whose name; default at a server: as the token says")
    private @Nullable String agent;

    @Option(names = "--run", paramLabel = "RUN", description = "the run; default: the one that began last")
    private @Nullable String run;

    /// Puts in what was given.
    ObjectNode put(ObjectNode fields) {
        if (run != null) {
            fields.put("run", run);
        }
        return agent == null ? fields : fields.put("as", agent);
    }
}
