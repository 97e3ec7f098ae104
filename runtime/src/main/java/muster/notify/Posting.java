package muster.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.net.ssl.SSLContext;
import muster.actions.RetryAfter;
import org.jspecify.annotations.Nullable;

/// Posts JSON to an address. Redirects are not followed, because what is posted may be meant for nobody else.
///
/// @param clock what dates of a server are compared with
record Posting(HttpClient client, InstantSource clock) {
    private static final int TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;
    private static final int NOT_IMPLEMENTED = 501;

    /// @param tls whom it trusts; null for those whom the Java runtime trusts
    static Posting of(InstantSource clock, @Nullable SSLContext tls) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Sender.LONGEST)
                .followRedirects(HttpClient.Redirect.NEVER);
        return new Posting((tls == null ? client : client.sslContext(tls)).build(), clock);
    }

    Sent post(URI to, Map<String, String> headers, String body) throws InterruptedException {
        var request = HttpRequest.newBuilder(to)
                .timeout(Sender.LONGEST)
                .setHeader("User-Agent", "muster")
                .setHeader("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        try {
            var answer = client.send(request.build(), BodyHandlers.discarding());
            var status = answer.statusCode();
            if (status >= 200 && status <= 299) {
                return new Sent.Delivered();
            }
            var why = "it answered " + status;
            return isBusy(status)
                    ? new Sent.Later(why, RetryAfter.of(answer.headers(), clock.instant()))
                    : new Sent.Refused(why);
        } catch (IOException e) {
            return unreached(e);
        }
    }

    static Sent unreached(IOException e) {
        var words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Sent.Later("it cannot be reached: " + words, Duration.ZERO);
    }

    /// Whether a status says that it may go better later.
    static boolean isBusy(int status) {
        return status == TIMEOUT
                || status == TOO_EARLY
                || status == TOO_MANY
                || (status >= SERVER && status != NOT_IMPLEMENTED);
    }
}
