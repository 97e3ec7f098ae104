package muster.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import muster.audit.Verdict;
import org.junit.jupiter.api.Test;

class HealthEndpointTest {
    private static final Health GO = new Health(Verdict.GO, "GO\n", "{\"decision\":\"GO\"}", "muster_decision 1\n");
    private static final Health NO_GO = new Health(Verdict.NO_GO, "NO-GO\n", "{}", "muster_decision 0\n");

    @Test
    void theDecisionIsTheStatus() throws Exception {
        assertThat(get(() -> GO, "/healthz", "*/*").statusCode()).isEqualTo(200);
        assertThat(get(() -> NO_GO, "/healthz", "*/*").statusCode()).isEqualTo(503);
        assertThat(get(() -> NO_GO, "/metrics", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void theFormIsTheOneAskedFor() throws Exception {
        assertThat(get(() -> GO, "/healthz", "application/json").body()).isEqualTo(GO.json());
        assertThat(get(() -> GO, "/healthz", "text/plain;version=0.0.4").body()).isEqualTo(GO.metrics());
        assertThat(get(() -> GO, "/healthz", "text/html").body()).isEqualTo(GO.text());
        assertThat(get(() -> GO, "/report.json", "*/*").headers().firstValue("Content-Type"))
                .contains("application/json");
    }

    @Test
    void anAuditThatCannotBeMadeIsNeverHealthy() throws Exception {
        var answer = get(
                () -> {
                    throw new IOException("no plan");
                },
                "/healthz",
                "*/*");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("no plan");
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertThat(get(() -> GO, "/", "*/*").statusCode()).isEqualTo(404);
        try (var endpoint = open(() -> GO);
                var client = HttpClient.newHttpClient()) {
            var post = request(endpoint, "/healthz").POST(HttpRequest.BodyPublishers.noBody());

            assertThat(client.send(post.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void aFreshResultIsGivenAgain() throws Exception {
        var audits = new AtomicInteger();
        var now = new AtomicReference<>(Instant.EPOCH);
        InstantSource clock = now::get;
        var check = new CachedCheck(
                () -> {
                    audits.incrementAndGet();
                    return GO;
                },
                Duration.ofSeconds(5),
                clock);

        check.check();
        now.set(Instant.EPOCH.plusSeconds(4));
        check.check();
        assertThat(audits).hasValue(1);
        now.set(Instant.EPOCH.plusSeconds(5));
        check.check();

        assertThat(audits).hasValue(2);
    }

    private static HttpResponse<String> get(HealthCheck check, String path, String accept) throws Exception {
        try (var endpoint = open(check);
                var client = HttpClient.newHttpClient()) {
            return client.send(request(endpoint, path).header("Accept", accept).build(), BodyHandlers.ofString());
        }
    }

    private static HealthEndpoint open(HealthCheck check) throws IOException {
        return HealthEndpoint.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), check);
    }

    private static HttpRequest.Builder request(HealthEndpoint endpoint, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path));
    }
}
