package muster.clouds.doubles;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A server on loopback that stands for a service.
public final class Loopback implements AutoCloseable {
    private final HttpServer server;
    private final Api api;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /// The service's part of a double.
    public interface Api {

        /// @throws Unlike if the request has not the published shape
        Answer answer(Call call) throws Unlike;
    }

    /// A request that the real service would not understand.
    public static final class Unlike extends Exception {
        private static final long serialVersionUID = 1;

        public Unlike(String message) {
            super(message);
        }
    }

    public Loopback(Api api) {
        this.api = api;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void inject(Fault fault) {
        faults.add(fault);
    }

    public List<Call> calls() {
        return calls;
    }

    /// What was wrong with requests; a test that passes leaves it empty.
    public List<String> complaints() {
        return complaints;
    }

    static void require(boolean holds, String otherwise) throws Unlike {
        if (!holds) {
            throw new Unlike(otherwise);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        var call = Call.of(exchange);
        calls.add(call);
        var fault = faults.stream().filter(each -> each.strikes(call)).findFirst();
        if (fault.isEmpty()) {
            send(exchange, answered(call), Integer.MAX_VALUE);
            return;
        }
        switch (fault.get().kind()) {
            case ANSWERED -> send(exchange, fault.get().answer(), Integer.MAX_VALUE);
            case TRUNCATED -> {
                var whole = answered(call);
                send(exchange, whole, whole.body().length / 2);
            }
            case LOST -> {
                answered(call);
                exchange.close();
            }
            case SLOW -> hang(exchange);
        }
    }

    private void hang(HttpExchange exchange) {
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private Answer answered(Call call) {
        try {
            return api.answer(call);
        } catch (Unlike e) {
            complaints.add(call.method() + " " + call.path() + ": " + e.getMessage());
            return Answer.json(400, "{\"error\": {\"message\": \"bad request\"}}");
        } catch (RuntimeException e) {
            complaints.add(call.method() + " " + call.path() + ": " + e);
            return Answer.json(400, "{\"error\": {\"message\": \"the double broke\"}}");
        }
    }

    private static void send(HttpExchange exchange, Answer answer, int most) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean bodiless = answer.body().length == 0 || answer.status() == 204;
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(answer.body(), 0, Math.min(most, answer.body().length));
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
