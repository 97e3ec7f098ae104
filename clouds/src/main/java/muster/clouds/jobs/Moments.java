package muster.clouds.jobs;

import java.time.DateTimeException;
import java.time.Instant;
import muster.clouds.calls.Unanswered;
import muster.clouds.calls.Unanswered.Why;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Instants in answers.
final class Moments {
    private Moments() {}

    /// The instant under the key.
    static Instant required(JsonNode json, String key) throws Unanswered {
        var moment = optional(json, key);
        if (moment == null) {
            throw Unanswered.because(Why.BROKEN, "the answer has no time under '" + key + "'");
        }
        return moment;
    }

    static @Nullable Instant optional(JsonNode json, String key) throws Unanswered {
        var text = json.path(key).asString("");
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException _) {
            throw Unanswered.because(Why.BROKEN, "'" + key + "' is no time");
        }
    }
}
