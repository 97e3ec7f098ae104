package muster.gauging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import muster.monitor.MetricSource;
import muster.sandbox.Launch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GaugeReaderTest {
    @TempDir
    Path folder;

    @Test
    void aFileAndAProgramGiveANumber() throws Exception {
        Files.writeString(folder.resolve("usage"), " 84.5\n");

        assertThat(read(new MetricSource.File("usage"))).isEqualTo(value("84.5"));
        assertThat(read(new MetricSource.Command(List.of("/bin/sh", "-c", "cat usage"))))
                .isEqualTo(value("84.5"));
    }

    @ParameterizedTest
    @CsvSource({"NaN", "+Inf", "12 %", "1e999999999", "''"})
    void whatIsNoFiniteNumberIsUnknown(String text) throws Exception {
        Files.writeString(folder.resolve("usage"), text);

        assertThat(read(new MetricSource.File("usage")))
                .isInstanceOfSatisfying(
                        Gauged.Unknown.class, seen -> assertThat(seen.why()).endsWith("is no number"));
    }

    @Test
    void whatCannotBeReadIsUnknown() throws Exception {
        assertThat(read(new MetricSource.File("gone"))).isInstanceOf(Gauged.Unknown.class);
        assertThat(read(new MetricSource.Command(List.of("/bin/sh", "-c", "echo 1; exit 3"))))
                .isEqualTo(new Gauged.Unknown("exit status 3"));
        assertThat(read(new MetricSource.Prometheus("http://127.0.0.1:1", "up", null)))
                .isInstanceOf(Gauged.Unknown.class);
        assertThat(read(new MetricSource.Prometheus("http://127.0.0.1:1", "up", "MISSING")))
                .isEqualTo(new Gauged.Unknown("the environment variable MISSING is not set"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}} | the query gives 0 series",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}} | the query gives no number",
                "{\"status\":\"error\",\"error\":\"bad query\"} | says: bad query",
                "<html> | does not answer as Prometheus does"
            })
    void anAnswerThatIsNotOneNumberIsUnknown(String body, String why) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            var at = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

            assertThat(read(new MetricSource.Prometheus(at, "up", null)))
                    .isInstanceOfSatisfying(
                            Gauged.Unknown.class, seen -> assertThat(seen.why()).contains(why));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aRealPrometheusAnswers() throws Exception {
        var program = Launch.located("prometheus");
        Assumptions.assumeTrue(program != null, "Prometheus is not installed");
        var port = freePort();
        Files.writeString(folder.resolve("prometheus.yml"), "global: {scrape_interval: 1h}\n");
        var server = new ProcessBuilder(
                        program.toString(),
                        "--config.file=prometheus.yml",
                        "--storage.tsdb.path=data",
                        "--web.listen-address=127.0.0.1:" + port)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            var at = "http://127.0.0.1:" + port;
            var answer = read(new MetricSource.Prometheus(at, "scalar(vector(42.5))", null));
            while (!answer.equals(value("42.5"))) {
                assertThat(server.isAlive()).isTrue();
                answer = read(new MetricSource.Prometheus(at, "scalar(vector(42.5))", null));
            }

            assertThat(read(new MetricSource.Prometheus(at, "vector(7)", null))).isEqualTo(value("7"));
            assertThat(read(new MetricSource.Prometheus(at, "up{job=\"none\"}", null)))
                    .isInstanceOf(Gauged.Unknown.class);
            assertThat(read(new MetricSource.Prometheus(at, "sum(", null)))
                    .isInstanceOfSatisfying(
                            Gauged.Unknown.class, seen -> assertThat(seen.why()).contains("says:"));
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Gauged read(MetricSource source) throws InterruptedException {
        try (var reader = GaugeReader.of(folder, Map.of())) {
            return reader.read(source);
        }
    }

    private static Gauged value(String number) {
        return new Gauged.Value(new BigDecimal(number));
    }
}
