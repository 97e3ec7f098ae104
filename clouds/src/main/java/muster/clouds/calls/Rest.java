package muster.clouds.calls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/// A service that speaks JSON over HTTP. Redirects are not followed: they would take the credential elsewhere.
public final class Rest {
    /// Larger than any answer asked for here; scratch objects have some dozen bytes and pages some hundred KiB.
    private static final long LARGEST_ANSWER = 16L << 20;

    /// Services that ask for more are taken at their word by the deadline.
    private static final long LONGEST_RETRY_AFTER = 3_600;

    private final URI base;
    private final Authorisation authorisation;
    private final Retries retries;
    private final HttpClient client;

    /// @param base without a path
    public Rest(URI base, Authorisation authorisation, Retries retries) {
        this.base = base;
        this.authorisation = authorisation;
        this.retries = retries;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(retries.tries())
                .build();
    }

    public Retries retries() {
        return retries;
    }

    /// The answer as JSON.
    public JsonNode json(Asked asked) throws Unanswered, InterruptedException {
        return retries.of(() -> once(asked).json());
    }

    /// The answer as it is.
    public Reply ask(Asked asked) throws Unanswered, InterruptedException {
        return retries.of(() -> once(asked));
    }

    private Reply once(Asked asked) throws Unanswered, InterruptedException {
        var reply = sent(request(asked));
        if (reply.status() / 100 != 2) {
            throw Unanswered.ofStatus(status(reply), reply.complaint()).waiting(retryAfter(reply));
        }
        return reply;
    }

    private HttpRequest request(Asked asked) throws Unanswered {
        var request = HttpRequest.newBuilder(base.resolve(asked.target()))
                .method(asked.method(), asked.body())
                .header("Accept", asked.accept())
                .timeout(retries.tries());
        var header = authorisation.header();
        if (!header.isEmpty()) {
            request.header("Authorization", header);
        }
        if (!asked.type().isEmpty()) {
            request.header("Content-Type", asked.type());
        }
        return request.build();
    }

    private Reply sent(HttpRequest request) throws Unanswered, InterruptedException {
        try {
            var response = client.send(
                    request,
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST_ANSWER));
            return new Reply(
                    response.statusCode(),
                    response.headers(),
                    ByteBuffer.wrap(response.body()).asReadOnlyBuffer());
        } catch (IOException e) {
            // The message may hold the address with its query; the kind of failure is enough.
            throw Unanswered.because(Unanswered.Why.BROKEN, e.getClass().getSimpleName());
        }
    }

    /// GitHub and Google refuse too many requests with 403 as well and tell it apart by header and words.
    private static int status(Reply reply) {
        boolean limited = reply.headers().firstValue("retry-after").isPresent()
                || reply.headers()
                        .firstValue("x-ratelimit-remaining")
                        .filter("0"::equals)
                        .isPresent()
                || reply.text().contains("rateLimitExceeded");
        return reply.status() == 403 && limited ? 429 : reply.status();
    }

    private static Duration retryAfter(Reply reply) {
        return Duration.ofSeconds(Math.min(LONGEST_RETRY_AFTER, seconds(reply).orElse(0)));
    }

    private static OptionalLong seconds(Reply reply) {
        try {
            return reply.headers().firstValueAsLong("retry-after");
        } catch (NumberFormatException _) {
            // It may be a date as well, which no service asked here sends.
            return OptionalLong.empty();
        }
    }
}
