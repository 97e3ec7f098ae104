package muster.notify;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import muster.actions.RetryAfter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What an answer of GitHub means. Source: GitHub's "Rate limits for the REST API": a limit is 403 or 429, and to be
/// waited for as `retry-after` says, else until `x-ratelimit-reset` if `x-ratelimit-remaining` is 0, else a minute.
final class GitHubAnswer {
    static final int OK = 200;

    private static final int FIRST_NOT_OK = 300;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// Characters of its message that are kept.
    private static final int KEPT = 200;

    private GitHubAnswer() {}

    static Sent of(HttpResponse<String> answer, Instant now) {
        var status = answer.statusCode();
        if (status < FIRST_NOT_OK) {
            return new Sent.Delivered();
        }
        var message = message(answer.body());
        var why = "it answered " + status + (message.isEmpty() ? "" : ": " + message);
        if (status == TOO_MANY || (status == FORBIDDEN && isLimit(answer.headers(), message))) {
            return new Sent.Later(why, limit(answer.headers(), now));
        }
        return Posting.isBusy(status)
                ? new Sent.Later(why, RetryAfter.of(answer.headers(), now))
                : new Sent.Refused(why);
    }

    private static boolean isLimit(HttpHeaders headers, String message) {
        return headers.firstValue("Retry-After").isPresent()
                || isUsedUp(headers)
                || message.toLowerCase(Locale.ROOT).contains("rate limit");
    }

    private static Duration limit(HttpHeaders headers, Instant now) {
        var asked = RetryAfter.of(headers, now);
        if (!asked.isZero()) {
            return asked;
        }
        var reset = headers.firstValue("x-ratelimit-reset").orElse("");
        if (!isUsedUp(headers) || !reset.matches("[0-9]{1,12}")) {
            return MINUTE;
        }
        var left = Duration.between(now, Instant.ofEpochSecond(Long.parseLong(reset)));
        return left.isPositive() ? left.plusSeconds(1) : Duration.ofSeconds(1);
    }

    private static boolean isUsedUp(HttpHeaders headers) {
        return headers.firstValue("x-ratelimit-remaining").orElse("").equals("0");
    }

    private static String message(String body) {
        try {
            var message = JsonMapper.shared().readTree(body).path("message").asString("");
            return message.substring(0, Math.min(message.length(), KEPT));
        } catch (JacksonException e) {
            return "";
        }
    }
}
