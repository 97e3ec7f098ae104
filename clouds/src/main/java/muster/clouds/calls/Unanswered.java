package muster.clouds.calls;

import java.time.Duration;
import muster.observation.Findings;
import muster.observation.Observation;
import muster.plan.AssuranceLevel;
import org.jspecify.annotations.Nullable;

/// A service has not done what it was asked. Its words are kept to one line; they never hold the request.
public final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 300;

    /// Why it has not.
    public enum Why {
        UNAUTHENTICATED,
        FORBIDDEN,
        ABSENT,
        /// It does not understand or accept the request; asking again would not help.
        REFUSED,
        THROTTLED,
        /// It is out of order, too slow or cut off.
        BROKEN
    }

    private final Why why;
    private final Duration retryAfter;

    private Unanswered(Why why, String message, Duration retryAfter) {
        super(message);
        this.why = why;
        this.retryAfter = retryAfter;
    }

    public static Unanswered because(Why why, String message) {
        return new Unanswered(why, line(message), Duration.ZERO);
    }

    /// What a status of HTTP means.
    public static Unanswered ofStatus(int status, String message) {
        return because(why(status), status + " " + message);
    }

    private static Why why(int status) {
        return switch (status) {
            case 401 -> Why.UNAUTHENTICATED;
            case 403 -> Why.FORBIDDEN;
            case 404, 410 -> Why.ABSENT;
            case 429 -> Why.THROTTLED;
            default -> status == 408 || status >= 500 ? Why.BROKEN : Why.REFUSED;
        };
    }

    /// The same with the time that the service asks to wait.
    public Unanswered waiting(Duration time) {
        return new Unanswered(why, message(), time);
    }

    /// The same after several tries.
    public Unanswered after(int tries) {
        return new Unanswered(why, message() + ", asked " + tries + (tries == 1 ? " time" : " times"), retryAfter);
    }

    public Why why() {
        return why;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    /// Whether it may pass by itself; nothing is known then.
    public boolean isPassing() {
        return why == Why.THROTTLED || why == Why.BROKEN;
    }

    /// As evidence: what may pass proves nothing, all else is a defect.
    public Observation observed(String kind, String target) {
        return switch (why) {
            case THROTTLED -> Observation.error(kind, target, "the service refuses to be asked so often: " + message());
            case BROKEN -> Observation.error(kind, target, "the service does not answer: " + message());
            case UNAUTHENTICATED -> failed(kind, target, "credential-rejected", "the credential is not accepted: ");
            case FORBIDDEN -> failed(kind, target, "not-permitted", "the credential may not do this: ");
            case ABSENT -> failed(kind, target, "not-there", "the service has nothing of that name: ");
            case REFUSED -> failed(kind, target, "request-refused", "the service refuses the request: ");
        };
    }

    private Observation failed(String kind, String target, String code, String says) {
        return Observation.fail(kind, target, AssuranceLevel.CLAIMED, says + message())
                .found(Findings.defect(code, target, says + message()));
    }

    private static String line(@Nullable String message) {
        var line = String.valueOf(message).replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
