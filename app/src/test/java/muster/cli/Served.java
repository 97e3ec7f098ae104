package muster.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import muster.http.RunServer;
import muster.http.Scope;
import muster.http.TokenFile;
import muster.mcp.PostedMessages;
import muster.storage.Journal;
import muster.wiring.Workspace;
import muster.wiring.desk.OpenDesk;
import muster.wiring.desk.Setting;

/// A workspace that is served on a port of this machine, with tokens for whoever asks.
final class Served implements AutoCloseable {
    private final Journal journal;
    private final OpenDesk desk;
    private final RunServer server;
    private final TokenFile tokens;
    private final Map<String, String> secrets = new HashMap<>();

    Served(Path folder) throws IOException {
        var place = new Workspace(folder);
        journal = place.store().open();
        desk = new OpenDesk(new Setting(place, journal, InstantSource.system()));
        tokens = new TokenFile(place.own().resolve("tokens.json"), InstantSource.system());
        var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var inside = new RunServer.Inside(desk, tokens, new PostedMessages("1"), bug -> {
            throw bug;
        });
        server = RunServer.open(new RunServer.Place(at, Set.of()), inside);
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /// Says something with a token that allows an agent all it may say.
    Said as(String agent, Object... words) {
        return with(agent, List.of("agent:" + agent, "approve:" + agent, "operate:" + agent), address(), words);
    }

    /// Says something with a token of these scopes, through this address.
    Said with(String token, List<String> scopes, String address, Object... words) {
        return Said.in(Map.of("MUSTER_TOKEN", secret(token, scopes), "MUSTER_SERVER", address), words);
    }

    /// The secret of a token, which is made if there is none of that name.
    String secret(String token, List<String> scopes) {
        return secrets.computeIfAbsent(token, name -> made(name, scopes));
    }

    TokenFile tokens() {
        return tokens;
    }

    private String made(String name, List<String> scopes) {
        try {
            var parsed = scopes.stream().map(Scope::of).toList();
            return Objects.requireNonNull(tokens.create(name, parsed, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Object[] joined(Object[] words, Object... more) {
        var all = Arrays.copyOf(words, words.length + more.length, Object[].class);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    @Override
    public void close() {
        server.close();
        desk.close();
        journal.close();
    }
}
