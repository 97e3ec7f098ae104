package muster.clouds.bigquery;

import com.google.api.client.http.HttpResponseException;
import com.google.cloud.bigquery.BigQueryError;
import com.google.cloud.bigquery.BigQueryException;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import org.jspecify.annotations.Nullable;

/// Failures of BigQuery's client and of its jobs, as ours.
final class BigQueryFailures {
    private BigQueryFailures() {}

    /// One try of a call.
    static <T extends @Nullable Object> T of(BigQueryCall<T> call) throws Unanswered, InterruptedException {
        try {
            return call.make();
        } catch (BigQueryException e) {
            throw failure(e);
        }
    }

    private static Unanswered failure(BigQueryException e) {
        var reason = e.getReason();
        if (reason != null && whyOf(reason) != Why.REFUSED) {
            return Unanswered.because(whyOf(reason), e.getCode() + " " + reason + ": " + e.getMessage());
        }
        int status = status(e);
        return status == 0
                ? Unanswered.because(Why.BROKEN, "the connection failed")
                : Unanswered.ofStatus(status, String.valueOf(e.getMessage()));
    }

    /// The client forgets the status of some answers, 401 among them; what caused its exception has it.
    private static int status(BigQueryException e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof HttpResponseException)) {
            cause = cause.getCause();
        }
        return e.getCode() == 0 && cause instanceof HttpResponseException answer ? answer.getStatusCode() : e.getCode();
    }

    /// A job that has ended with an error; the client does not ask again for those, whatever their reason.
    static Unanswered failure(BigQueryError error) {
        return Unanswered.because(whyOf(error.getReason()), error.getReason() + ": " + error.getMessage());
    }

    /// Source: BigQuery's reference, "Error messages".
    private static Why whyOf(@Nullable String reason) {
        return switch (String.valueOf(reason)) {
            case "rateLimitExceeded", "jobRateLimitExceeded" -> Why.THROTTLED;
            case "backendError", "internalError", "jobBackendError", "jobInternalError", "timeout" -> Why.BROKEN;
            case "accessDenied" -> Why.FORBIDDEN;
            case "notFound" -> Why.ABSENT;
            default -> Why.REFUSED;
        };
    }
}
