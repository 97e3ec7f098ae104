package muster.clouds.calls;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a service has answered.
public record Reply(int status, HttpHeaders headers, ByteBuffer body) {
    private static final JsonMapper JSON = new JsonMapper();

    public byte[] bytes() {
        var bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        return bytes;
    }

    String text() {
        return StandardCharsets.UTF_8.decode(body.duplicate()).toString();
    }

    /// The body as JSON; an empty one is an empty object.
    ///
    /// @throws Unanswered as broken if it is no JSON, which is what a cut-off answer looks like
    public JsonNode json() throws Unanswered {
        if (!body.hasRemaining()) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(bytes());
        } catch (JacksonException _) {
            throw Unanswered.because(Unanswered.Why.BROKEN, "the answer is no JSON");
        }
    }

    /// What the service says of its refusal, in the forms that Google and GitHub use.
    String complaint() {
        try {
            var json = json();
            var message = json.path("error")
                    .path("message")
                    .asString(json.path("message").asString(""));
            return message.isEmpty() ? json.path("error_description").asString("") : message;
        } catch (Unanswered _) {
            return "";
        }
    }
}
