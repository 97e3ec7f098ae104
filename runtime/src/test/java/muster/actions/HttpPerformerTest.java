package muster.actions;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import muster.plan.Action;
import muster.plan.HttpMethod;
import muster.run.ActionResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a server of this process.
@Timeout(30)
class HttpPerformerTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final LinkedBlockingDeque<Reply> replies = new LinkedBlockingDeque<>();
    private final List<Map<String, String>> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> pauses = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    record Reply(int code, String body, Map<String, String> headers) {}

    @BeforeEach
    void aServerAnswers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void itStops() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void aRequestCarriesKeyFenceAndSecretsAndItsAnswerIsKept() throws Exception {
        reply(201, "made token=hunter22");

        var result = perform(request("/jobs", Map.of("Authorization", "TOKEN")));

        assertThat(outputs(result)).containsEntry("status", "201").containsEntry("body", "made token=[redacted]");
        assertThat(heard.getFirst())
                .containsEntry("Idempotency-key", "r1/a")
                .containsEntry("Muster-fence", "7")
                .containsEntry("Authorization", "hunter22")
                .containsEntry("Content-type", "application/json")
                .containsEntry("method", "POST")
                .containsEntry("body", "{\"n\":1}");
    }

    @Test
    void aBusyServerIsAskedAgainWithTheSameKeyWhenItSays() throws Exception {
        reply(429, "slow down", Map.of("Retry-After", "2"));
        reply(503, "soon", Map.of("Retry-After", "Mon, 05 Jan 2026 09:00:03 GMT"));
        reply(500, "hm");
        reply(200, "done");

        var result = perform(request("/jobs", Map.of()));

        assertThat(outputs(result)).containsEntry("body", "done");
        assertThat(pauses).containsExactly(Duration.ofMillis(2001), Duration.ofSeconds(3), Duration.ofSeconds(2));
        assertThat(heard.stream().map(each -> each.get("Idempotency-key"))).containsOnly("r1/a");
    }

    @Test
    void whoIsBusyForLongerThanThereIsTimeIsNotWaitedFor() throws Exception {
        reply(503, "later", Map.of("Retry-After", "3600"));

        assertThat(perform(request("/jobs", Map.of()))).isEqualTo(new ActionResult.Failed("it answered 503: later"));
        assertThat(pauses).isEmpty();
    }

    @Test
    void afterFiveSendingsItFails() throws Exception {
        for (var i = 0; i < 9; i++) {
            reply(502, "bad " + i);
        }

        assertThat(perform(request("/jobs", Map.of()))).isEqualTo(new ActionResult.Failed("it answered 502: bad 4"));
        assertThat(heard).hasSize(HttpPerformer.SENDINGS);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 409, 501})
    void whatIsNoSuccessIsNotSentAgainAndRedirectsAreNotFollowed(int code) throws Exception {
        reply(code, "no", Map.of("Location", "http://localhost:1/"));

        assertThat(perform(request("/jobs", Map.of())))
                .isEqualTo(new ActionResult.Failed("it answered " + code + ": no"));
        assertThat(heard).hasSize(1);
    }

    @Test
    void aCodeCanBeDeclaredToMeanDone() throws Exception {
        reply(409, "it is there already");
        var known = new Action.Http(
                HttpMethod.PUT, url("/x"), new TreeMap<>(), new TreeMap<>(), null, List.of(201, 409), null);

        assertThat(outputs(perform(known))).containsEntry("status", "409");
    }

    @Test
    void ofAnEndlessAnswerOnlyTheBeginningIsRead() throws Exception {
        replies.add(new Reply(200, "x".repeat(3 * HttpPerformer.LARGEST_ANSWER), Map.of()));

        var outputs = outputs(perform(request("/large", Map.of())));

        assertThat(outputs.get("body")).hasSizeLessThanOrEqualTo(Capture.KEPT);
        assertThat(outputs).containsKey("body-sha256");
    }

    @Test
    void aServerThatDoesNotAnswerIsWaitedForNoLongerThanItsTime() throws Exception {
        var silent = new Action.Http(
                HttpMethod.GET,
                url("/silent"),
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                List.of(),
                Duration.ofMillis(200));

        assertThat(perform(silent)).isEqualTo(new ActionResult.Failed("it did not answer in time"));
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() throws Exception {
        server.stop(0);

        assertThat(perform(request("/jobs", Map.of())))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).startsWith("it cannot be reached"));
        assertThat(pauses).hasSize(HttpPerformer.SENDINGS - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://localhost:1/",
                "file:///etc/passwd",
                "ftp://localhost/",
                "http://user:pw@localhost/",
                "no address",
                "http://127.0.0.1.evil.example/"
            })
    void aHostThatWasNotDeclaredIsNotReached(String url) throws Exception {
        var elsewhere = new Action.Http(HttpMethod.GET, url, new TreeMap<>(), new TreeMap<>(), null, List.of(), null);

        assertThat(performer().obstacle(elsewhere)).isNotNull();
        assertThat(perform(elsewhere)).isInstanceOf(ActionResult.Failed.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void aSecretThatTheOperatorDoesNotGiveIsSaidBeforehand() {
        assertThat(performer().obstacle(request("/", Map.of("Authorization", "OTHER"))))
                .isEqualTo("the environment variable OTHER is not given; Maybe say --env OTHER");
    }

    @Test
    void aHeaderThatMayNotBeSetFailsTheAttempt() throws Exception {
        var forged = new Action.Http(
                HttpMethod.GET,
                url("/"),
                new TreeMap<>(Map.of("X", "a\r\nHost: evil")),
                new TreeMap<>(),
                null,
                List.of(),
                null);

        assertThat(perform(forged))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).startsWith("the request cannot be made"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/silent")) {
            hang();
            exchange.close();
            return;
        }
        var seen = new TreeMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> seen.put(name, values.getFirst()));
        seen.put("method", exchange.getRequestMethod());
        seen.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        heard.add(seen);
        var reply = replies.remove();
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.code(), bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void hang() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reply(int code, String body) {
        reply(code, body, Map.of());
    }

    private void reply(int code, String body, Map<String, String> headers) {
        replies.add(new Reply(code, body, headers));
    }

    private Action.Http request(String path, Map<String, String> secrets) {
        return new Action.Http(
                HttpMethod.POST,
                url(path),
                new TreeMap<>(Map.of("Content-Type", "application/json")),
                new TreeMap<>(secrets),
                "{\"n\":1}",
                List.of(),
                Duration.ofMinutes(1));
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private ActionResult perform(Action.Http action) throws InterruptedException {
        return performer().perform(action, Given.attempt("r1/a", 7));
    }

    private HttpPerformer performer() {
        return new HttpPerformer(
                Set.of("localhost:" + server.getAddress().getPort()),
                new TreeMap<>(Map.of("TOKEN", "hunter22")),
                text -> text.replace("hunter22", "[redacted]"),
                InstantSource.fixed(NOW),
                pauses::add);
    }

    private static Map<String, String> outputs(ActionResult result) {
        assertThat(result).isInstanceOf(ActionResult.Succeeded.class);
        return ((ActionResult.Succeeded) result).outputs();
    }
}
