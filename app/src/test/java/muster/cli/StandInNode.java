package muster.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import muster.engines.JournalDispatch;
import muster.engines.SystemClock;
import muster.engines.Told;
import muster.storage.Journal;
import muster.storage.Wire;

/// Stands in for a node of Restate and the worker behind it: what is brought here is told to a journal.
///
/// @param brought the keys of what came
record StandInNode(HttpServer server, JournalDispatch runs, List<String> brought) implements AutoCloseable {

    static StandInNode over(Journal journal) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var node =
                new StandInNode(server, new JournalDispatch(journal, new SystemClock()), new CopyOnWriteArrayList<>());
        server.createContext("/", node::take);
        server.start();
        return node;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var message = Wire.message(text);
            brought.add(message.key());
            var told = runs.tell(message.run(), message.word(), message.key()).join();
            var answer = text(told).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String text(Told told) {
        return switch (told) {
            case Told.Accepted(var events) -> "accepted\n" + Wire.text(events);
            case Told.Refused(var why) -> "refused\n" + why;
            case Told.AlreadyTold(var then) -> "again " + text(then);
        };
    }

    @Override
    public void close() {
        server.stop(0);
        runs.close();
    }
}
