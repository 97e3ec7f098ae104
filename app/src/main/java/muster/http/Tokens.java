package muster.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Knows the tokens that a server takes.
@FunctionalInterface
public interface Tokens {
    /// The token with this secret; null if there is none or its time is over.
    ///
    /// @throws IOException if that cannot be found out
    @Nullable
    Token of(String secret) throws IOException;
}
