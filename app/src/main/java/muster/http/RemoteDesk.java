package muster.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import muster.desk.Call;
import muster.desk.Desk;
import muster.desk.Form;
import muster.desk.Route;
import muster.desk.Shown;
import org.jspecify.annotations.Nullable;

/// The desk of a server. An answer that was lost on the way is asked for again with the same key, so that nothing is
/// done twice.
public final class RemoteDesk implements Desk {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ATTEMPTS = 3;

    private final URI server;
    private final TokenSource token;

    /// @param server such as `http://127.0.0.1:7468`
    public RemoteDesk(URI server, TokenSource token) {
        this.server = server;
        this.token = token;
    }

    @Override
    public Shown ask(Call call, Form form) throws IOException, InterruptedException {
        var letter = new Letter(server, keyed(call), TerminalForm.accept(form));
        var wrong = letter.objection();
        if (wrong != null) {
            return Received.usage(wrong);
        }
        try (var client = client()) {
            return Received.read(server, delivered(client, letter, BodyHandlers.ofString()));
        }
    }

    @Override
    public Shown lines(Call call, Form form, Consumer<String> line) throws IOException, InterruptedException {
        var letter = new Letter(server, call, form == Form.JSON ? "application/jsonl" : "text/plain");
        var wrong = letter.objection();
        if (wrong != null) {
            return Received.usage(wrong);
        }
        try (var client = client()) {
            return Received.lines(server, delivered(client, letter, BodyHandlers.ofLines()), line);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    /// A word that is new each time it is told gets a key here, before the first attempt.
    private static Call keyed(Call call) {
        return call.key() == null && call.route().method() == Route.Method.POST
                ? new Call(call.route(), call.tree(), call.keyOrNew())
                : call;
    }

    private <T> HttpResponse<T> delivered(HttpClient client, Letter letter, BodyHandler<T> body)
            throws IOException, InterruptedException {
        var request = letter.request(token.secret());
        @Nullable IOException lost = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return client.send(request, body);
            } catch (IOException e) {
                if (e instanceof ConnectException && lost == null) {
                    throw new IOException("nobody answers at " + server + "\nMaybe start one there: muster serve", e);
                }
                lost = e;
            }
            Thread.sleep(PAUSE.multipliedBy(attempt));
        }
        throw new IOException("the answer of " + server + " was lost" + letter.again(), lost);
    }
}
