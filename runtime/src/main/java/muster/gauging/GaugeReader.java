package muster.gauging;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import muster.monitor.MetricSource;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;

/// Reads metrics. What is no finite number is unknown, never zero.
///
/// @param root where programs start, and what files are relative to
/// @param environment holds the tokens
public record GaugeReader(Path root, Map<String, String> environment, HttpClient client) implements AutoCloseable {
    /// Longest time of one measurement.
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int LONGEST_NUMBER = 400;
    private static final Launcher LAUNCHER = new Launcher(2);

    /// For a workspace.
    public static GaugeReader of(Path root, Map<String, String> environment) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LONGEST)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new GaugeReader(root, environment, client);
    }

    /// The value now.
    public Gauged read(MetricSource source) throws InterruptedException {
        return switch (source) {
            case MetricSource.File(var file) -> file(root.resolve(file));
            case MetricSource.Command(var argv) -> program(Launch.of(argv, root, LONGEST));
            case MetricSource.Prometheus(var url, var query, var variable) -> {
                var token = variable == null ? null : environment.get(variable);
                yield variable != null && token == null
                        ? new Gauged.Unknown("the environment variable " + variable + " is not set")
                        : new PrometheusQuery(client, URI.create(url), query, token).answer();
            }
        };
    }

    private static Gauged file(Path file) {
        try (var in = Files.newInputStream(file)) {
            return number(new String(in.readNBytes(LONGEST_NUMBER), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Gauged.Unknown(file + " cannot be read");
        }
    }

    private static Gauged program(Launch launch) throws InterruptedException {
        return switch (LAUNCHER.run(launch)) {
            case Launched.Ended(var exit, var stdout, var _, var _) ->
                exit == 0 ? number(stdout) : new Gauged.Unknown("exit status " + exit);
            case Launched.Overran _ -> new Gauged.Unknown("took longer than " + LONGEST);
            case Launched.NotStarted(var why) -> new Gauged.Unknown("cannot start: " + why);
        };
    }

    /// `NaN` and infinities of Prometheus are no numbers here.
    static Gauged number(String text) {
        var stripped = text.strip();
        try {
            if (stripped.length() < LONGEST_NUMBER) {
                var value = new BigDecimal(stripped);
                if (Math.abs(value.scale()) < LONGEST_NUMBER) {
                    return new Gauged.Value(value);
                }
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        return new Gauged.Unknown("'" + stripped.substring(0, Math.min(40, stripped.length())) + "' is no number");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
