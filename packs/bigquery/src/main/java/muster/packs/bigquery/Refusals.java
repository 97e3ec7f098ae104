package muster.packs.bigquery;

import com.google.cloud.bigquery.BigQueryError;
import com.google.cloud.bigquery.BigQueryException;
import java.net.HttpURLConnection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What BigQuery refuses, in its words, and whether it may pass by itself.
///
/// Source of the reasons: cloud.google.com/bigquery/docs/error-messages.
final class Refusals {
    private static final Set<String> PASSING = Set.of(
            "rateLimitExceeded",
            "jobRateLimitExceeded",
            "backendError",
            "internalError",
            "jobBackendError",
            "jobInternalError");

    private static final int TOO_MANY = 429;

    /// Of JDBC's states the one for an outcome that is not known.
    private static final String UNKNOWN = "08007";

    private Refusals() {}

    static boolean mayPass(BigQueryException refusal) {
        return refusal.isRetryable()
                || refusal.getCode() == TOO_MANY
                || refusal.getCode() >= HttpURLConnection.HTTP_INTERNAL_ERROR
                || PASSING.contains(String.valueOf(refusal.getReason()));
    }

    static boolean mayPass(BigQueryError error) {
        return PASSING.contains(String.valueOf(error.getReason()));
    }

    static SQLException of(BigQueryException refusal) {
        return of(refusal.getMessage(), refusal.getReason(), refusal);
    }

    static SQLException of(BigQueryError error) {
        return of(error.getMessage(), error.getReason(), null);
    }

    /// The answer did not come, so that what was asked for may have been done, or be done yet.
    static SQLException unknown(String message, Exception cause) {
        var failure = new SQLException(
                message.lines().findFirst().orElse("")
                        + "\nMaybe call again when it answers: what was sent is found by its name",
                UNKNOWN);
        failure.setStackTrace(cause.getStackTrace());
        return failure;
    }

    /// The cause is left out where it could show a request with its credential.
    private static SQLException of(@Nullable String message, @Nullable String reason, @Nullable Exception cause) {
        var said = shown(String.valueOf(message)) + (reason == null ? "" : " (" + reason + ")");
        var failure = new SQLException(said);
        if (cause != null) {
            failure.setStackTrace(cause.getStackTrace());
        }
        return failure;
    }

    /// A text without access tokens.
    static String shown(String text) {
        return text.replaceAll("(?i)bearer\\s+\\S+|ya29\\.[\\w.-]+", "[hidden]");
    }
}
