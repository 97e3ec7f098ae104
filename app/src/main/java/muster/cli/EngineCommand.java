package muster.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import muster.engines.JournalDispatch;
import muster.engines.SteadyDispatch;
import muster.engines.SystemClock;
import muster.restate.Registered;
import muster.restate.RestateAdmin;
import muster.restate.RestateDispatch;
import muster.restate.RestateTimers;
import muster.restate.RestateWorker;
import muster.restate.Takeover;
import muster.wiring.desk.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Serves Restate as a worker until it is told to end.
@Command(
        name = "engine",
        mixinStandardHelpOptions = true,
        description = "Tells runs the commands that a Restate cluster brings, until Ctrl-C; one beside each node.")
final class EngineCommand implements Callable<Integer> {
    /// Where Restate takes calls unless it is told otherwise.
    private static final int CALLS = 8080;

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Mixin
    private final Aside aside = new Aside();

    @Option(names = "--host", paramLabel = "ADDRESS", description = "listen there; default: this machine alone")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "default: 9080; 0 for any free one")
    private int port = 9080;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "where the nodes reach this worker; default: http://ADDRESS:PORT")
    private @Nullable URI address;

    @Option(
            names = "--admin",
            paramLabel = "URL",
            description = "where a node takes orders; default: http://127.0.0.1:9070")
    private URI admin = URI.create("http://127.0.0.1:9070");

    @Option(
            names = "--ingress",
            paramLabel = "URL",
            split = ",",
            description = "where nodes take calls: timers of runs are kept there, too; default: MUSTER_INGRESS, else"
                    + " port 8080 of --admin's machine")
    private List<URI> nodes = new ArrayList<>();

    @Option(names = "--service", paramLabel = "NAME", description = "the workers' name in Restate; default: muster")
    private String service = "muster";

    EngineCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var place = workspace.get();
        var clock = new SystemClock();
        try (var journal = place.store().open();
                var calls = new RestateDispatch(nodes(), service, clock);
                var timers = new RestateTimers(calls, this::say);
                var runs = new JournalDispatch(journal, clock, place.snapshots(), timers).start();
                var worker = RestateWorker.open(new InetSocketAddress(host, port), service, runs, clock)) {
            var reached = address == null ? URI.create("http://" + host + ":" + worker.port()) : address;
            var node = new RestateAdmin(admin);
            var deployment = node.registerInTime(
                    reached,
                    why -> console.say("muster: " + why
                            + "; trying on\nMaybe start a node (restate-server), or name one: --admin URL"));
            console.say("muster: Restate calls " + service + " at " + reached + "; journal " + place.store()
                    + "; until Ctrl-C");
            var brought = new SteadyDispatch(calls, runs, SteadyDispatch.Terms.usual(this::say));
            var setting = new Setting(place, journal, clock, brought);
            var self = new Registered(reached, service, deployment);
            try (var _ = Takeover.begin(node, self, Takeover.USUAL, this::say)) {
                return aside.during(console, setting, EngineCommand::untilInterrupted)
                        .code();
            }
        } catch (IOException e) {
            return console.refuse(Exit.UNAVAILABLE, e.getMessage() + "\nMaybe choose another: --port PORT")
                    .code();
        }
    }

    private void say(String what) {
        console.say("muster: " + what);
    }

    private List<URI> nodes() {
        var named = nodes.isEmpty() ? IngressOption.named(console.environment()) : nodes;
        return named.isEmpty() ? List.of(URI.create("http://" + admin.getHost() + ":" + CALLS)) : named;
    }

    private static Exit untilInterrupted() throws InterruptedException {
        new CountDownLatch(1).await();
        return Exit.YES;
    }
}
