package muster.probes.host;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import muster.matching.Value;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import muster.plan.HostProbe;
import muster.plan.Matcher;

/// Whether an address answers over HTTP as it should. Only methods that change nothing are used, a certificate must
/// verify, and of a body only the first MiB is fetched.
///
/// @param trusted whose certificates are believed
record HttpProbe(SSLContext trusted, InstantSource clock) {
    private static final String KIND = "http";
    private static final int BODY = 1 << 20;
    private static final int FIRST_GOOD = 200;
    private static final int LAST_GOOD = 299;

    Observation of(HostProbe.Http wanted, Duration limit) throws InterruptedException {
        var shown = shown(wanted.url());
        var address = address(wanted.url());
        if (address == null) {
            return Observation.error(KIND, shown, "it is no address such as https://host/path");
        }
        var client = client(wanted, address, limit);
        try {
            var answer = client.sendAsync(request(wanted, address), _ -> new CappedBody(BODY))
                    .get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return compared(wanted, shown, answer);
        } catch (TimeoutException e) {
            return Comparison.missing(KIND, shown, "it did not answer within " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            return Comparison.missing(KIND, shown, why(e.getCause() == null ? e : e.getCause()));
        } finally {
            client.shutdownNow();
        }
    }

    /// Credentials in an address are sent to that address alone, so then redirects are reported and not followed.
    private HttpClient client(HostProbe.Http wanted, URI address, Duration limit) {
        var follow = wanted.redirects() == HostProbe.Redirects.FOLLOW && address.getRawUserInfo() == null;
        return HttpClient.newBuilder()
                .connectTimeout(limit)
                .sslContext(trusted)
                .followRedirects(follow ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER)
                .build();
    }

    private static HttpRequest request(HostProbe.Http wanted, URI address) {
        var user = address.getUserInfo();
        var plain = user == null ? address : URI.create(address.toString().replaceFirst("//[^/@]*@", "//"));
        var request = HttpRequest.newBuilder(plain)
                .method(wanted.method().name(), HttpRequest.BodyPublishers.noBody())
                .setHeader("User-Agent", "muster");
        if (user != null) {
            var code = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            request.setHeader("Authorization", "Basic " + code);
        }
        return request.build();
    }

    private Observation compared(HostProbe.Http wanted, String shown, HttpResponse<String> answer) {
        var compared = new Comparison(KIND, shown);
        status(compared, wanted.status(), answer.statusCode());
        wanted.headers().forEach((name, matcher) -> compared.like("header " + name, matcher, header(answer, name)));
        wanted.body().forEach(one -> compared.like("body", one, new Value.Text(answer.body())));
        var days = answer.sslSession().stream()
                .flatMap(HttpProbe::certificate)
                .mapToLong(this::daysLeft)
                .findFirst();
        if (wanted.tlsDays() != null) {
            var left = days.isPresent() ? new Value.Numeric(BigDecimal.valueOf(days.getAsLong())) : new Value.Absent();
            compared.like("days left", wanted.tlsDays(), left);
        }
        var seen = compared.seen(AssuranceLevel.TESTS_PASS, "it answers with " + answer.statusCode())
                .with("status", answer.statusCode());
        return days.isPresent() ? seen.with("days-left", days.getAsLong()) : seen;
    }

    private static void status(Comparison compared, @org.jspecify.annotations.Nullable Matcher wanted, int got) {
        if (wanted == null && (got < FIRST_GOOD || got > LAST_GOOD)) {
            compared.differs("status", "status: expected 200 to 299, got " + got);
        }
        compared.like("status", wanted, new Value.Numeric(BigDecimal.valueOf(got)));
    }

    private static Value header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).<Value>map(Value.Text::new).orElseGet(Value.Absent::new);
    }

    private static Stream<X509Certificate> certificate(SSLSession session) {
        try {
            return Stream.<Certificate>of(session.getPeerCertificates())
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .limit(1);
        } catch (SSLPeerUnverifiedException e) {
            return Stream.empty();
        }
    }

    private long daysLeft(X509Certificate certificate) {
        Instant end = certificate.getNotAfter().toInstant();
        return Duration.between(clock.instant(), end).toDays();
    }

    /// The innermost reason is the one that says what is wrong with a certificate.
    private static String why(Throwable problem) {
        var inner = problem;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        var text = inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
        return switch (problem) {
            case SSLException _ -> "its certificate does not verify: " + text;
            case IOException _ -> "it cannot be reached: " + text;
            default -> "it did not answer: " + text;
        };
    }

    private static @org.jspecify.annotations.Nullable URI address(String url) {
        try {
            var address = URI.create(url);
            var scheme = String.valueOf(address.getScheme());
            return (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// The address without credentials.
    static String shown(String url) {
        return url.replaceFirst("//[^/?#]*@", "//");
    }
}
