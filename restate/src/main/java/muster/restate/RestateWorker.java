package muster.restate;

import dev.restate.sdk.endpoint.Endpoint;
import dev.restate.sdk.http.vertx.RestateHttpServer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletionException;
import muster.engines.Dispatch;
import muster.engines.RunClock;

/// Tells runs the commands that Restate brings. Any number of workers may serve one store, on any machines.
public final class RestateWorker implements AutoCloseable {
    /// The calls of one connection that may be open at the same time; Restate opens further connections beyond that.
    private static final int MOST_CALLS = 1_000;

    private static final int NETWORK_THREADS = 2;

    private final Vertx vertx;
    private final HttpServer server;

    private RestateWorker(Vertx vertx, HttpServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /// Begins to listen for Restate.
    ///
    /// @param at port 0 takes any free one
    /// @param service the name under which Restate knows it; letters, digits, `.`, `-` and `_`
    /// @param runs what the commands are told to; stays open when the worker closes
    /// @throws IOException if the address is taken
    public static RestateWorker open(InetSocketAddress at, String service, Dispatch runs, RunClock clock)
            throws IOException {
        var endpoint =
                Endpoint.bind(new RunObject(service, runs, clock).definition()).build();
        var vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(NETWORK_THREADS)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        var options = new HttpServerOptions()
                .setHost(
                        at.isUnresolved() ? at.getHostString() : at.getAddress().getHostAddress())
                .setPort(at.getPort())
                .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(MOST_CALLS));
        var server = RestateHttpServer.fromEndpoint(vertx, endpoint, options);
        try {
            server.listen().toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            vertx.close();
            throw new IOException("cannot listen on " + at.getHostString() + ":" + at.getPort() + ": " + reason(e), e);
        }
        return new RestateWorker(vertx, server);
    }

    private static String reason(CompletionException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    /// The port that is listened on.
    public int port() {
        return server.actualPort();
    }

    /// Restate brings what was under way to the next worker.
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
