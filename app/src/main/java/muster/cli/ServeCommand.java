package muster.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import muster.http.CachedCheck;
import muster.http.Health;
import muster.http.HealthEndpoint;
import muster.plan.Parsed;
import muster.plan.Problem;
import muster.report.Format;
import muster.report.Renderings;
import muster.sandbox.Trust;
import muster.wiring.Audit;
import muster.wiring.ChosenPlan;
import muster.wiring.Means;
import muster.wiring.Progress;
import muster.wiring.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Serves the state of an audit over HTTP until it is told to end.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Answers over HTTP whether the audited folder is ready: /healthz (200 or 503), /report.json, /metrics.")
final class ServeCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final AuditScope scope = new AuditScope();

    @Mixin
    private final MeansOptions means = new MeansOptions();

    @Option(names = "--host", paramLabel = "ADDRESS", description = "listen there; default: this machine alone")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "default: 8080; 0 for any free one")
    private int port = 8080;

    @Option(names = "--fresh", paramLabel = "SECONDS", description = "how long a result is given again; default: 5")
    private int fresh = 5;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var missing = scope.missing();
        if (missing != null) {
            return console.refuse(Exit.NOT_FOUND, missing + " is not there").code();
        }
        return switch (means.means(Trust.SANDBOXED)) {
            case Parsed.Failed<Means>(var problems) -> console.refuse(problems).code();
            case Parsed.Ok<Means>(var opened) ->
                serve(new Workspace(scope.root(), opened)).code();
        };
    }

    private Exit serve(Workspace workspace) throws IOException, InterruptedException {
        var check = new CachedCheck(() -> health(workspace), Duration.ofSeconds(fresh), InstantSource.system());
        try (var endpoint = HealthEndpoint.open(new InetSocketAddress(host, port), check)) {
            console.say("muster: http://" + host + ":" + endpoint.port() + "/healthz, until Ctrl-C");
            new CountDownLatch(1).await();
        }
        return Exit.YES;
    }

    private Health health(Workspace workspace) throws IOException, InterruptedException {
        return switch (scope.plan()) {
            case Parsed.Failed<ChosenPlan>(var problems) ->
                throw new IOException(
                        problems.stream().map(Problem::toString).findFirst().orElse("the plan is wrong"));
            case Parsed.Ok<ChosenPlan>(var chosen) ->
                health(workspace, chosen.aimed(workspace.means().machines()));
        };
    }

    private Health health(Workspace workspace, ChosenPlan chosen) throws IOException, InterruptedException {
        var outcome = new Audit(workspace, Progress.SILENT).of(chosen, scope.clock(), Audit.Manner.standard());
        var metrics = Renderings.of(Format.PROMETHEUS).render(outcome.view());
        return new Health(
                outcome.report().decision().verdict(),
                String.join("\n", outcome.lines()) + "\n",
                outcome.json(),
                new String(metrics, StandardCharsets.UTF_8));
    }
}
