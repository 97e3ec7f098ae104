package muster.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import muster.http.RunServer;
import muster.http.Tokens;
import muster.mcp.PostedMessages;
import muster.wiring.Audit;
import muster.wiring.Workspace;
import muster.wiring.desk.OpenDesk;
import muster.wiring.desk.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Serves the runs of a workspace over HTTP until it is told to end.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the runs of a workspace over HTTP, to whom a token was given: muster token create.")
final class ServeRunsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Mixin
    private final IngressOption ingress = new IngressOption();

    @Mixin
    private final Aside aside = new Aside();

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "requests that a token may make in a minute; default: 6000; 0 for no limit")
    private int perMinute = 6000;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "listen there; default: this machine alone")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "default: 7468; 0 for any free one")
    private int port = 7468;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "a name under which it may be asked, such as behind a proxy")
    private List<String> names = new ArrayList<>();

    ServeRunsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var place = workspace.get();
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            return console.refuse(Exit.UNAVAILABLE, "there is no address '" + host + "'")
                    .code();
        }
        if (!place.store().exists()) {
            return console.refuse(
                            Exit.NOT_FOUND,
                            "no journal at " + place.store() + "; no run was begun there\nMaybe begin one: muster run")
                    .code();
        }
        if (!address.getAddress().isLoopbackAddress() && !tls.isOn()) {
            console.say("muster: other machines can reach this server, and tokens travel as they are"
                    + "\nMaybe have it encrypt: --tls FILE; or put it behind a proxy that speaks https");
        }
        return serve(place, address).code();
    }

    private Exit serve(Workspace place, InetSocketAddress address) throws IOException, InterruptedException {
        var tokens = TokenCommands.file(place);
        if (tokens.list().isEmpty()) {
            console.say("muster: there are no tokens yet\nMaybe make one: muster token create NAME --scope agent:NAME");
        }
        try (var journal = place.store().open();
                var restate = ingress.open(console.environment())) {
            var engine = IngressOption.engine(console, restate);
            var setting = Setting.brought(place, journal, InstantSource.system(), engine);
            return aside.during(console, setting, () -> serve(setting, address, tokens));
        }
    }

    private Exit serve(Setting setting, InetSocketAddress address, Tokens tokens)
            throws IOException, InterruptedException {
        var reached = new RunServer.Place(address, Set.copyOf(names), perMinute, tls.context(console.environment()));
        try (var desk = new OpenDesk(setting).start();
                var server = RunServer.open(
                        reached, new RunServer.Inside(desk, tokens, new PostedMessages(Audit.VERSION), this::kept))) {
            console.say("muster: " + (tls.isOn() ? "https" : "http") + "://" + host + ":" + server.port()
                    + "/v1/runs, until Ctrl-C");
            new CountDownLatch(1).await();
        }
        return Exit.YES;
    }

    private String kept(RuntimeException bug) {
        Muster.explain(bug, console);
        return "a mistake of ours; the server has told whoever runs it";
    }
}
