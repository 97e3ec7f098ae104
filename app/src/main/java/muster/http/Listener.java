package muster.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An address that is listened on; each request has a virtual thread.
record Listener(HttpServer server, ExecutorService threads) implements AutoCloseable {

    /// Begins to listen.
    ///
    /// @param at port 0 takes any free one
    /// @throws IOException if the address is taken
    static Listener open(InetSocketAddress at, HttpHandler each) throws IOException {
        var server = HttpServer.create(at, 0);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", each);
        server.start();
        return new Listener(server, threads);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
