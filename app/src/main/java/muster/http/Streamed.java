package muster.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import muster.desk.Call;
import muster.desk.Counter;
import muster.desk.Form;
import muster.desk.Reply;
import org.jspecify.annotations.Nullable;

/// An answer that is sent as it comes: lines of text or of JSON, or what happens in a run as server-sent events. It
/// begins with the first of them, so that what is refused can still be a problem.
final class Streamed implements Counter.Follower {
    private static final String EVENTS = "text/event-stream";

    private final HttpExchange exchange;
    private final String accept;
    private boolean begun;

    Streamed(HttpExchange exchange) {
        this.exchange = exchange;
        var sent = exchange.getRequestHeaders().getFirst("Accept");
        this.accept = sent == null ? "" : sent;
    }

    /// The problem; null once the whole answer was sent.
    ///
    /// @throws BrokenOff if it ended in the middle
    @Nullable
    Answer answered(Call call, Counter counter) throws IOException, InterruptedException {
        try {
            var refused = accept.contains(EVENTS) ? counter.follow(since(call), this) : lines(call, counter);
            return refused == null ? null : Answer.of(ProblemDetails.of(refused));
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (begun) {
                throw new BrokenOff(e);
            }
            throw e;
        }
    }

    /// A client that was cut off says which event it saw last.
    private Call since(Call call) {
        var last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        return last == null
                ? call
                : new Call(call.route(), call.tree().deepCopy().put("after", last), null);
    }

    private Reply.@Nullable Refused lines(Call call, Counter counter) throws IOException {
        var form = accept.startsWith("text/plain") ? Form.WORDS : Form.JSON;
        var type = form == Form.WORDS ? "text/plain; charset=utf-8" : "application/jsonl";
        var refused = counter.lines(call, form, line -> {
            try {
                begin(type);
                send(line + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (refused == null) {
            begin(type);
        }
        return refused;
    }

    private void begin(String type) throws IOException {
        if (!begun) {
            begun = true;
            exchange.getResponseHeaders().set("Content-Type", type);
            Protective.put(exchange.getResponseHeaders());
            exchange.sendResponseHeaders(200, 0);
        }
    }

    private void send(String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void begins() throws IOException {
        begin(EVENTS);
        send("retry: 2000\n\n");
        exchange.getResponseBody().flush();
    }

    @Override
    public void happened(Counter.Happened happened) throws IOException {
        send("id: " + happened.version() + "\ndata: " + happened.entry() + "\n\n");
    }

    @Override
    public void quiet() throws IOException {
        send(": nothing new\n\n");
    }

    @Override
    public void caughtUp() throws IOException {
        exchange.getResponseBody().flush();
    }
}
