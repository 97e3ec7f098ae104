package muster.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.engines.SystemClock;
import muster.restate.RestateDispatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that has a command brought to its run by Restate.
final class IngressOption {
    private static final String VARIABLE = "MUSTER_INGRESS";

    @Option(
            names = "--ingress",
            paramLabel = "URL",
            split = ",",
            description =
                    "have it brought by Restate, whose nodes take calls there; default: MUSTER_INGRESS, else it is"
                            + " told here")
    private List<URI> nodes = new ArrayList<>();

    @Option(names = "--service", paramLabel = "NAME", description = "the workers' name in Restate; default: muster")
    private String service = "muster";

    /// Null if it is told here.
    ///
    /// @param environment may name the nodes
    @Nullable
    RestateDispatch open(Map<String, String> environment) {
        var all = nodes.isEmpty() ? named(environment.getOrDefault(VARIABLE, "")) : nodes;
        return all.isEmpty() ? null : new RestateDispatch(all, service, new SystemClock());
    }

    private static List<URI> named(String words) {
        return Stream.of(words.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(URI::create)
                .toList();
    }
}
