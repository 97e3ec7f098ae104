package muster.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A token as it is kept: everything but the secret.
///
/// @param name the shape of an id; keys of what is said with it begin with it
/// @param sha256 of the secret, in hex
/// @param until when it ends; null if it does not
public record Token(
        String name,
        String sha256,
        List<Scope> scopes,
        Instant created,
        @Nullable Instant until) {
    public Token {
        scopes = List.copyOf(scopes);
    }

    /// A key counts among those of its token, so that nobody gets the answer that another was given.
    @Nullable
    String key(@Nullable String sent) {
        return sent == null ? null : name + "/" + sent;
    }

    boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }
}
