package muster.cli;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.desk.Call;
import muster.engines.SystemClock;
import muster.restate.RestateDispatch;
import muster.wiring.desk.Engine;
import muster.wiring.desk.LocalDesk;
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
        var all = nodes.isEmpty() ? named(environment) : nodes;
        return all.isEmpty() ? null : new RestateDispatch(all, service, new SystemClock());
    }

    /// Asks a server if there is one, else in the workspace, from where it is brought.
    int ask(Console console, PlaceOptions place, Call call, InstantSource clock)
            throws IOException, InterruptedException {
        if (place.server(console) != null) {
            return place.ask(console, call, clock);
        }
        try (var restate = open(console.environment())) {
            return place.ask(console, call, new LocalDesk(place.workspace(), clock, engine(console, restate)));
        }
    }

    /// Null if there is none. What it does not bring is told to the person.
    static @Nullable Engine engine(Console console, @Nullable RestateDispatch restate) {
        return restate == null ? null : new Engine(restate, why -> console.say("muster: " + why));
    }

    /// The nodes that a variable names.
    static List<URI> named(Map<String, String> environment) {
        return named(environment.getOrDefault(VARIABLE, ""));
    }

    private static List<URI> named(String words) {
        return Stream.of(words.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(URI::create)
                .toList();
    }
}
