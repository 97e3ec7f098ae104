package muster.clouds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import muster.yaml.ServiceSpec.CredentialSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A credential as it was found. Its texts must never be shown, which is why none of the cases prints them.
sealed interface Key {
    String HIDDEN = "[credential]";

    /// Larger than any token or key; something else was named by mistake.
    long LARGEST = 64 * 1024;

    /// Texts that give it away.
    Set<String> secrets();

    /// The service is open to everybody.
    record Open() implements Key {
        @Override
        public Set<String> secrets() {
            return Set.of();
        }
    }

    /// It is not where the operator says.
    record Missing(String why) implements Key {
        @Override
        public Set<String> secrets() {
            return Set.of();
        }
    }

    /// A token that is sent as it is.
    record Token(String text) implements Key {
        @Override
        public Set<String> secrets() {
            return Set.of(text);
        }

        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    /// The JSON file of a Google service account.
    record ServiceAccount(String json) implements Key {
        /// The key, whole and by line, with its id.
        @Override
        public Set<String> secrets() {
            var key = new JsonMapper().readTree(json).path("private_key").asString("");
            var parts = new HashSet<>(Set.of(json, key));
            key.lines().filter(line -> !line.startsWith("-----")).forEach(parts::add);
            return parts;
        }

        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    /// An access key of AWS.
    record AwsPair(String id, String secret, @Nullable String session) implements Key {
        @Override
        public Set<String> secrets() {
            return session == null ? Set.of(id, secret) : Set.of(id, secret, session);
        }

        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    /// Looks it up.
    static Key of(@Nullable CredentialSource source, SortedMap<String, String> environment) {
        return switch (source) {
            case null -> new Open();
            case CredentialSource.Variable(var variable) ->
                missing(environment, variable) instanceof Missing missing
                        ? missing
                        : new Token(found(environment, variable));
            case CredentialSource.File(var path) -> read(Path.of(path));
            case CredentialSource.KeyPair(var id, var secret, var session) -> pair(environment, id, secret, session);
        };
    }

    private static String found(SortedMap<String, String> environment, String variable) {
        return environment.getOrDefault(variable, "").strip();
    }

    private static @Nullable Key missing(SortedMap<String, String> environment, @Nullable String... variables) {
        var unset = List.of(variables).stream()
                .filter(each -> found(environment, each).isEmpty())
                .collect(Collectors.joining(", "));
        return unset.isEmpty() ? null : new Missing("environment variable not set: " + unset);
    }

    private static Key pair(SortedMap<String, String> environment, String id, String secret, @Nullable String session) {
        var missing = session == null ? missing(environment, id, secret) : missing(environment, id, secret, session);
        return missing == null
                ? new AwsPair(
                        found(environment, id),
                        found(environment, secret),
                        session == null ? null : found(environment, session))
                : missing;
    }

    private static Key read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                return new Missing("the credential's file is larger than " + LARGEST + " bytes");
            }
            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                return new Missing("the credential's file is empty");
            }
            return text.startsWith("{") ? account(text) : new Token(text);
        } catch (IOException e) {
            return new Missing(
                    "the credential's file cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static Key account(String text) {
        try {
            var type = new JsonMapper().readTree(text).path("type").asString("");
            return type.equals("service_account")
                    ? new ServiceAccount(text)
                    : new Missing("the credential's file is no service account's");
        } catch (JacksonException _) {
            return new Missing("the credential's file is no JSON");
        }
    }
}
