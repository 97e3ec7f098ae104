package muster.actions;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/// How long a busy server asks to be left alone. Source: RFC 9110, section 10.2.3: seconds, or a date.
public final class RetryAfter {
    private RetryAfter() {}

    /// Zero if it asks for nothing that can be understood.
    public static Duration of(HttpHeaders headers, Instant now) {
        var text = headers.firstValue("Retry-After").orElse("").strip();
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text)).plusMillis(1);
        }
        try {
            var left = Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
            return left.isNegative() ? Duration.ofMillis(1) : left;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
