package muster.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What is answered without a token: that the server is there, and its interface.
final class OpenPages {
    private OpenPages() {}

    /// Null if it is something else.
    static @Nullable Answer answer(String method, String path) throws IOException {
        if (!method.equals("GET")) {
            return null;
        }
        return switch (path) {
            case "/healthz" -> new Answer(200, "text/plain; charset=utf-8", "ok\n");
            case "/v1/openapi.json" -> new Answer(200, Answer.JSON, description());
            default -> null;
        };
    }

    /// The OpenAPI document.
    static String description() throws IOException {
        try (var stream = OpenPages.class.getResourceAsStream("openapi.json")) {
            if (stream == null) {
                throw new IOException("the description of the interface is not there");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
