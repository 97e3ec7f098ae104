package muster.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// An address that is listened on; each request has a virtual thread.
record Listener(HttpServer server, ExecutorService threads) implements AutoCloseable {

    /// Begins to listen.
    ///
    /// @param at port 0 takes any free one
    /// @throws IOException if the address is taken
    static Listener open(InetSocketAddress at, HttpHandler each) throws IOException {
        return open(at, null, each);
    }

    /// The same, encrypted if there is something to encrypt by.
    static Listener open(InetSocketAddress at, @Nullable SSLContext tls, HttpHandler each) throws IOException {
        var server = tls == null ? HttpServer.create(at, 0) : encrypting(at, tls);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", each);
        server.start();
        return new Listener(server, threads);
    }

    private static HttpServer encrypting(InetSocketAddress at, SSLContext tls) throws IOException {
        var server = HttpsServer.create(at, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
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
