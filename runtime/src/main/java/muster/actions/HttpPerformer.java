package muster.actions;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import muster.plan.Action;
import muster.probes.host.CappedBody;
import muster.run.ActionResult;
import org.jspecify.annotations.Nullable;

/// Sends requests to hosts that the operator has declared, and to no other. Each carries the attempt's key and fence;
/// while the server is busy or not there, it is sent again with the same key. Redirects are not followed.
///
/// @param hosts `host` for its usual ports, or `host:port`, in lower case
/// @param environment variables that headers may be taken from
/// @param redact takes secrets out of answers
/// @param clock what dates of a server are compared with
/// @param pause waits between two sendings
public record HttpPerformer(
        Set<String> hosts,
        SortedMap<String, String> environment,
        UnaryOperator<String> redact,
        InstantSource clock,
        Pause pause)
        implements Performer<Action.Http> {
    /// Longest time of a request whose action says none, with its repetitions.
    public static final Duration USUAL = Duration.ofMinutes(1);

    /// Bytes that are read of an answer.
    public static final int LARGEST_ANSWER = 1 << 20;

    /// Sendings of one attempt; further ones are the step's retries.
    static final int SENDINGS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;
    private static final int NOT_IMPLEMENTED = 501;

    public HttpPerformer {
        hosts = Set.copyOf(hosts);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    @Override
    public @Nullable String obstacle(Action.Http action) {
        var address = address(action.url());
        if (address == null) {
            return action.url() + " is no address such as https://host/path, without a name or password in it";
        }
        var host = address.getHost().toLowerCase(Locale.ROOT);
        var port = address.getPort();
        if (!hosts.contains(port < 0 ? host : host + ":" + port)) {
            return "the host of " + action.url() + " is not declared; Maybe say --allow-host " + host
                    + (port < 0 ? "" : ":" + port);
        }
        return action.secrets().values().stream()
                .filter(variable -> !environment.containsKey(variable))
                .findFirst()
                .map(variable -> "the environment variable " + variable + " is not given; Maybe say --env " + variable)
                .orElse(null);
    }

    @Override
    public ActionResult perform(Action.Http action, Assignment assignment) throws InterruptedException {
        var why = obstacle(action);
        if (why != null) {
            return new ActionResult.Failed(why);
        }
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            var timeout = Objects.requireNonNullElse(action.timeout(), USUAL);
            return sent(client, request(action, assignment), action, System.nanoTime() + timeout.toNanos());
        } catch (IllegalArgumentException e) {
            return new ActionResult.Failed("the request cannot be made: " + e.getMessage());
        } finally {
            client.shutdownNow();
        }
    }

    private HttpRequest request(Action.Http action, Assignment assignment) {
        var body = action.body();
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(action.url()))
                .method(action.method().name(), publisher)
                .setHeader("User-Agent", "muster");
        action.headers().forEach(request::setHeader);
        action.secrets().forEach((name, variable) -> request.setHeader(name, environment.get(variable)));
        return request.setHeader("Idempotency-Key", assignment.call().key())
                .setHeader("Muster-Fence", Long.toString(assignment.call().fence()))
                .build();
    }

    private ActionResult sent(HttpClient client, HttpRequest request, Action.Http action, long end)
            throws InterruptedException {
        var seen = once(client, request, action, end);
        for (var sending = 1; sending < SENDINGS; sending++) {
            var wait = seen.again() == null ? null : seen.again().isZero() ? backOff(sending) : seen.again();
            if (wait == null || System.nanoTime() + wait.toNanos() >= end) {
                return seen.result();
            }
            pause.during(wait);
            seen = once(client, request, action, end);
        }
        return seen.result();
    }

    private static Duration backOff(int sending) {
        return FIRST_PAUSE.multipliedBy(1L << (sending - 1));
    }

    /// What one sending came to.
    ///
    /// @param again when it may be sent again: after what the server asks for, zero if it asks for nothing; null if
    ///     never
    private record Seen(ActionResult result, @Nullable Duration again) {}

    private Seen once(HttpClient client, HttpRequest request, Action.Http action, long end)
            throws InterruptedException {
        var sending = client.sendAsync(request, _ -> new CappedBody(LARGEST_ANSWER));
        try {
            return seen(action, sending.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return new Seen(new ActionResult.Failed("it did not answer in time"), null);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            var why = new ActionResult.Failed("it cannot be reached: " + words(cause));
            return new Seen(why, cause instanceof IOException ? Duration.ZERO : null);
        } finally {
            sending.cancel(true);
        }
    }

    private Seen seen(Action.Http action, HttpResponse<String> answer) {
        var status = answer.statusCode();
        var capture = new Capture(redact);
        if (accepted(action.accepted(), status)) {
            var outputs = new TreeMap<String, String>();
            outputs.put("status", Integer.toString(status));
            capture.put(outputs, "body", answer.body());
            return new Seen(new ActionResult.Succeeded(outputs), null);
        }
        var failed = new ActionResult.Failed("it answered " + status + ": " + capture.text(answer.body()));
        var busy = status == TOO_MANY || (status >= SERVER && status != NOT_IMPLEMENTED);
        return new Seen(failed, busy ? RetryAfter.of(answer.headers(), clock.instant()) : null);
    }

    private static boolean accepted(List<Integer> codes, int status) {
        return codes.isEmpty() ? status >= 200 && status <= 299 : codes.contains(status);
    }

    private static String words(@Nullable Throwable problem) {
        return problem == null || problem.getMessage() == null ? String.valueOf(problem) : problem.getMessage();
    }

    private static @Nullable URI address(String url) {
        try {
            var address = URI.create(url);
            var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            var plain = address.getHost() != null && address.getRawUserInfo() == null;
            return plain && (scheme.equals("http") || scheme.equals("https")) ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
