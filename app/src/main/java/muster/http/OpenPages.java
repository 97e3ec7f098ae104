package muster.http;

import java.io.IOException;
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
            case "/v1/openapi.json" -> new Answer(200, Answer.JSON, Description.text());
            default -> null;
        };
    }
}
