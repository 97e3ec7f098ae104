package muster.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import muster.desk.Counter;
import org.jspecify.annotations.Nullable;

/// Serves runs over HTTP by the interface of `docs/reference/openapi.json`. Each request has a virtual thread, so that
/// who waits costs nothing.
public final class RunServer implements AutoCloseable {
    /// Limits of the JDK's server, in its own terms; they hold from the first server of a process on. Answers have no
    /// time limit, because a stream of events has no end.
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.maxReqTime", "30",
            "sun.net.httpserver.maxReqHeaders", "100",
            "sun.net.httpserver.idleInterval", "60",
            "sun.net.httpserver.nodelay", "true",
            "jdk.httpserver.maxConnections", "1000");

    /// Where messages of another protocol are posted: the Model Context Protocol.
    static final String POSTBOX = "/mcp";

    private final Listener listener;

    private RunServer(Listener listener) {
        this.listener = listener;
    }

    /// What is done with a mistake of ours.
    @FunctionalInterface
    public interface Trouble {
        /// Keeps it, and gives the line that tells the client of it.
        String kept(RuntimeException bug);
    }

    /// What it listens on.
    ///
    /// @param at port 0 takes any free one
    /// @param names under which it may be asked, beside the address itself
    /// @param perMinute requests that a token may make in a minute; 0 for no limit
    /// @param tls by which it encrypts; null if it does not
    public record Place(
            InetSocketAddress at,
            Set<String> names,
            int perMinute,
            @Nullable SSLContext tls) {
        public Place {
            names = Set.copyOf(names);
        }

        /// Without limit and encryption.
        public Place(InetSocketAddress at, Set<String> names) {
            this(at, names, 0, null);
        }
    }

    /// What stands behind a server.
    ///
    /// @param postbox answers what is posted to `/mcp`
    public record Inside(Counter counter, Tokens tokens, Postbox postbox, Trouble trouble) {}

    /// Begins to serve.
    ///
    /// @throws IOException if the address is taken
    public static RunServer open(Place place, Inside inside) throws IOException {
        LIMITS.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
        var setting = new Conversation.Setting(
                Guard.of(place.at(), place.names()), new RateLimit(place.perMinute(), System::nanoTime), inside);
        return new RunServer(
                Listener.open(place.at(), place.tls(), exchange -> new Conversation(exchange, setting).hold()));
    }

    /// The port that is listened on.
    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        listener.close();
    }
}
