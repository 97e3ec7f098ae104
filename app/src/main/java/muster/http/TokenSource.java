package muster.http;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a client has its token from: a file, or the environment; never an argument, which every user of the machine
/// could see.
@FunctionalInterface
public interface TokenSource {
    /// The environment variable that holds a token.
    String VARIABLE = "MUSTER_TOKEN";

    /// The secret; empty if there is none.
    ///
    /// @throws IOException if the file cannot be read, or may be read by others
    String secret() throws IOException;

    /// From a file, else from the environment.
    static TokenSource of(@Nullable Path file, Map<String, String> environment) {
        return file == null ? () -> environment.getOrDefault(VARIABLE, "").strip() : () -> OwnersFile.read(file);
    }

    /// A new secret: 256 random bits, after a word by which scanners find it.
    static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return "muster_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
