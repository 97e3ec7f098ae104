package muster.probes.host;

import static muster.probes.host.Machine.codes;
import static muster.probes.host.Machine.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import muster.audit.ProbeResult;
import muster.observation.Observation;
import muster.plan.HostProbe;
import muster.plan.HostProbe.Http;
import muster.plan.HostProbe.Method;
import muster.plan.HostProbe.Redirects;
import muster.plan.Matcher;
import muster.sandbox.LocalhostCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpProbeTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private final AtomicReference<String> authorization = new AtomicReference<>("");
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/ok", exchange -> {
            authorization.set(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.getResponseHeaders().set("X-State", "green");
            answer(exchange, 200, "all is well");
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/ok");
            answer(exchange, 302, "");
        });
        server.createContext("/long", exchange -> answer(exchange, 200, "x".repeat(3 << 20) + "end"));
        server.createContext("/slow", exchange -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answer(exchange, 200, "");
        });
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
    }

    @Test
    void theWholeAnswerIsCompared() throws Exception {
        var headers = new TreeMap<>(java.util.Map.of("x-state", is("green")));
        var right = new Http(
                url("/ok"),
                Method.GET,
                Redirects.REPORT,
                is("200"),
                headers,
                List.of(new Matcher.Contains("well")),
                null);
        var wrong = new Http(
                url("/ok"),
                Method.GET,
                Redirects.REPORT,
                is("404"),
                new TreeMap<>(java.util.Map.of("x-none", is("green"))),
                List.of(new Matcher.Contains("ill")),
                null);

        assertThat(seen(right).summary()).isEqualTo("it answers with 200");
        assertThat(seen(right).result()).isEqualTo(ProbeResult.PASS);
        assertThat(codes(seen(wrong))).containsExactly("wrong-status", "wrong-header-x-none", "wrong-body");
    }

    @Test
    void aRedirectIsFollowedOnlyIfItIsSaid() throws Exception {
        assertThat(codes(seen(plain("/moved", Method.GET, Redirects.REPORT)))).containsExactly("wrong-status");
        assertThat(seen(plain("/moved", Method.HEAD, Redirects.FOLLOW)).result())
                .isEqualTo(ProbeResult.PASS);
    }

    @Test
    void ofALongBodyOnlyTheBeginningIsFetched() throws Exception {
        var end = new Http(
                url("/long"),
                Method.GET,
                Redirects.REPORT,
                null,
                new TreeMap<>(),
                List.of(new Matcher.Length(is(Integer.toString(1 << 20)))),
                null);

        assertThat(seen(end).result()).isEqualTo(ProbeResult.PASS);
    }

    @Test
    void whatDoesNotAnswerInTimeFails() throws Exception {
        var slow = new HttpProbe(SSLContext.getDefault(), InstantSource.system())
                .of(plain("/slow", Method.GET, Redirects.REPORT), Duration.ofMillis(100));

        assertThat(slow.summary()).isEqualTo("it did not answer within 100 ms");
    }

    @Test
    void credentialsAreSentToTheAddressAndShownNowhere() throws Exception {
        var port = server.getAddress().getPort();
        var secret = new Http(
                "http://ann:s3cr3t@127.0.0.1:" + port + "/ok",
                Method.GET,
                Redirects.FOLLOW,
                null,
                new TreeMap<>(),
                List.of(),
                null);

        var seen = seen(secret);

        assertThat(seen.result()).isEqualTo(ProbeResult.PASS);
        assertThat(seen.toString()).doesNotContain("s3cr3t");
        assertThat(authorization.get()).startsWith("Basic ");
    }

    @Test
    void whatIsNoAddressIsAMistake() throws Exception {
        for (var url : List.of("file:///etc/passwd", "no address", "http:///x", "ftp://host/")) {
            var seen = seen(new Http(url, Method.GET, Redirects.REPORT, null, new TreeMap<>(), List.of(), null));
            assertThat(seen.result()).as(url).isEqualTo(ProbeResult.ERROR);
        }
    }

    @Test
    void aCertificateMustVerifyAndItsDaysAreCounted() throws Exception {
        var tls = LocalhostCertificate.in(folder).context();
        var secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        secure.createContext("/", exchange -> answer(exchange, 200, ""));
        secure.start();
        var url = "https://localhost:" + secure.getAddress().getPort() + "/";
        var wanted = new Http(url, Method.GET, Redirects.REPORT, null, new TreeMap<>(), List.of(), Machine.atLeast(25));

        try {
            var believed = new HttpProbe(tls, InstantSource.system()).of(wanted, LIMIT);
            var doubted = seen(wanted);
            var later = InstantSource.offset(InstantSource.system(), Duration.ofDays(10));

            assertThat(believed.result()).as(believed.summary()).isEqualTo(ProbeResult.PASS);
            assertThat(believed.attributes()).containsEntry("days-left", "29");
            assertThat(codes(new HttpProbe(tls, later).of(wanted, LIMIT))).containsExactly("wrong-days-left");
            assertThat(doubted.result()).isEqualTo(ProbeResult.FAIL);
            assertThat(doubted.summary()).startsWith("its certificate does not verify");
        } finally {
            secure.stop(0);
        }
    }

    private Observation seen(HostProbe.Http probe) throws Exception {
        return new HttpProbe(SSLContext.getDefault(), InstantSource.system()).of(probe, LIMIT);
    }

    private Http plain(String path, Method method, Redirects redirects) {
        return new Http(url(path), method, redirects, null, new TreeMap<>(), List.of(), null);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var length = exchange.getRequestMethod().equals("HEAD") || bytes.length == 0 ? -1 : bytes.length;
        exchange.sendResponseHeaders(status, length);
        if (length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
