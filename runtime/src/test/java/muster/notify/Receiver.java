package muster.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/// A server of the tests' own that is posted to: it answers by script, and then by what it was posted.
final class Receiver implements AutoCloseable {
    /// What it was posted, in order.
    final Queue<Post> posts = new ConcurrentLinkedQueue<>();

    private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    record Post(Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    record Reply(int status, Map<String, String> headers) {}

    Receiver(Function<Post, Reply> judge) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, judge));
        server.start();
    }

    /// One that takes everything.
    static Receiver willing() throws IOException {
        return new Receiver(_ -> new Reply(200, Map.of()));
    }

    Receiver first(int status, Map<String, String> headers) {
        script.add(new Reply(status, headers));
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private void answer(HttpExchange exchange, Function<Post, Reply> judge) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        var post = new Post(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        posts.add(post);
        var scripted = script.poll();
        var reply = scripted == null ? judge.apply(post) : scripted;
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
