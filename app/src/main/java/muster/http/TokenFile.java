package muster.http;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import muster.json.Sha256;
import org.jspecify.annotations.Nullable;

/// The tokens of a store in one file that only its owner may read. It holds hashes, no secrets; it is read at each
/// question, so that what is revoked ends at once.
public final class TokenFile implements Tokens {
    private final Path file;
    private final InstantSource clock;

    /// @param file need not be there
    public TokenFile(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public @Nullable Token of(String secret) throws IOException {
        var hash = hash(secret).getBytes(StandardCharsets.US_ASCII);
        var now = clock.instant();
        return list().stream()
                .filter(token -> MessageDigest.isEqual(token.sha256().getBytes(StandardCharsets.US_ASCII), hash))
                .filter(token -> !token.isOver(now))
                .findFirst()
                .orElse(null);
    }

    /// All tokens, in the order in which they were made.
    public List<Token> list() throws IOException {
        return Files.exists(file) ? TokensJson.read(Files.readString(file)) : List.of();
    }

    /// Keeps a new token and gives its secret, which is kept nowhere; null if there is one of that name.
    public @Nullable String create(String name, List<Scope> scopes, @Nullable Instant until) throws IOException {
        var secret = TokenSource.random();
        var token = new Token(name, hash(secret), scopes, clock.instant(), until);
        boolean added = changed(tokens -> {
            if (tokens.stream().noneMatch(each -> each.name().equals(name))) {
                tokens.add(token);
            }
            return tokens;
        });
        return added ? secret : null;
    }

    /// Ends a token; false if there is none of that name.
    public boolean revoke(String name) throws IOException {
        return changed(tokens -> {
            tokens.removeIf(token -> token.name().equals(name));
            return tokens;
        });
    }

    /// One process at a time; who reads meanwhile sees the file as it was or as it is then.
    private boolean changed(UnaryOperator<List<Token>> change) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var lock = file.resolveSibling(file.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var before = list();
            var after = change.apply(new ArrayList<>(before));
            if (after.equals(before)) {
                return false;
            }
            var next = OwnersFile.create(file.resolveSibling(file.getFileName() + ".new"), TokensJson.text(after));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        }
    }

    private static String hash(String secret) {
        return Sha256.of(secret);
    }
}
