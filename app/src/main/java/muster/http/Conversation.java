package muster.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import muster.desk.Counter;
import muster.desk.Ending;
import muster.desk.Form;
import muster.desk.Reply;
import muster.storage.JournalUnavailable;
import org.jspecify.annotations.Nullable;

/// One request and its answer.
record Conversation(HttpExchange exchange, Setting setting) {
    private static final String BEARER = "Bearer ";

    /// What all conversations of a server share.
    record Setting(Guard guard, RateLimit limit, RunServer.Inside inside) {
        Tokens tokens() {
            return inside.tokens();
        }

        Counter counter() {
            return inside.counter();
        }
    }

    /// An answer that broke off is not closed in good order: who reads it would take it for whole.
    void hold() throws IOException {
        var answer = answer();
        if (answer != null) {
            answer.send(exchange);
        }
        exchange.close();
    }

    /// Null if it was sent already.
    private @Nullable Answer answer() throws BrokenOff {
        try {
            setting.guard().check(exchange.getRequestHeaders());
            var open = OpenPages.answer(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            return open == null ? asked() : open;
        } catch (BrokenOff broken) {
            throw broken;
        } catch (Halt halt) {
            return halt.answer();
        } catch (JournalUnavailable | IOException e) {
            return Answer.of(ProblemDetails.of(503, Ending.UNAVAILABLE, String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.of(ProblemDetails.of(503, Ending.TRY_AGAIN, "the server is closing"));
        } catch (RuntimeException bug) {
            return Answer.of(ProblemDetails.of(
                    500, Ending.BUG, setting.inside().trouble().kept(bug)));
        }
    }

    private @Nullable Answer asked() throws IOException, InterruptedException {
        var token = token();
        setting.limit().check(token.name());
        if (exchange.getRequestURI().getPath().equals(RunServer.POSTBOX)) {
            return posted(token);
        }
        var call = new Asking(exchange, token).call();
        if (call.route().isOfLines()) {
            return new Streamed(exchange).answered(call, setting.counter());
        }
        var form = TerminalForm.asked(exchange.getRequestHeaders().getFirst("Accept"));
        var reply = setting.counter().answer(call);
        return form == null ? document(reply) : shown(reply, form);
    }

    private Answer posted(Token token) throws IOException, InterruptedException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return new Answer(405, Answer.JSON, "", Map.of("Allow", "POST"));
        }
        var message = new Postbox.Message(
                exchange.getRequestHeaders(),
                Asking.query(exchange.getRequestURI().getRawQuery()),
                new String(Asking.bytes(exchange), StandardCharsets.UTF_8));
        var posted = setting.inside().postbox().answer(message, new TokenDesk(token, setting.counter()));
        return new Answer(posted.status(), Answer.JSON, posted.body());
    }

    private Token token() throws IOException {
        var sent = exchange.getRequestHeaders().getFirst("Authorization");
        var token = sent == null || !sent.startsWith(BEARER)
                ? null
                : setting.tokens().of(sent.substring(BEARER.length()).strip());
        if (token == null) {
            throw Halt.wrong(
                    401,
                    (sent == null ? "no token came with the request" : "the token is not known, or its time is over")
                            + "\nMaybe make one where the server is: muster token create NAME --scope agent:NAME");
        }
        return token;
    }

    private Answer document(Reply reply) {
        return switch (reply) {
            case Reply.Refused refused -> Answer.of(ProblemDetails.of(refused));
            case Reply.Given given -> given(given, given.tag().isEmpty() ? null : "W/\"" + given.tag() + "\"");
        };
    }

    /// @param tag weak, because some figures of a run follow the clock
    private Answer given(Reply.Given given, @Nullable String tag) {
        var text = given.document().tree().toString();
        if (tag == null) {
            return new Answer(200, Answer.JSON, text);
        }
        var known = exchange.getRequestHeaders().getFirst("If-None-Match");
        return known != null && known.contains(tag)
                ? new Answer(304, Answer.JSON, "", Map.of("ETag", tag))
                : new Answer(200, Answer.JSON, text, Map.of("ETag", tag));
    }

    private static Answer shown(Reply reply, Form form) {
        var status = reply instanceof Reply.Refused refused ? refused.ending().status() : 200;
        return new Answer(status, TerminalForm.TYPE, TerminalForm.text(reply.shown(form)));
    }
}
