package muster.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/// A wire to a server that brings every request there and loses the first answers: the connection ends before a byte of
/// them came.
final class CutWire implements AutoCloseable {
    private final ServerSocket entrance;
    private final URI server;
    private final int lost;
    private final AtomicInteger cut = new AtomicInteger();

    CutWire(String server, int lost) throws IOException {
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.server = URI.create(server);
        this.lost = lost;
        Thread.ofVirtual().start(this::carry);
    }

    String address() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    int cut() {
        return cut.get();
    }

    private void carry() {
        while (!entrance.isClosed()) {
            try {
                var near = entrance.accept();
                var far = new Socket(server.getHost(), server.getPort());
                Thread.ofVirtual().start(() -> pass(near, far));
                Thread.ofVirtual().start(() -> back(near, far));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pass(Socket near, Socket far) {
        try {
            near.getInputStream().transferTo(far.getOutputStream());
        } catch (IOException over) {
            close(far);
        }
    }

    /// The server has answered once its first byte is there.
    private void back(Socket near, Socket far) {
        try (near;
                far) {
            int first = far.getInputStream().read();
            if (cut.get() < lost) {
                cut.incrementAndGet();
                return;
            }
            near.getOutputStream().write(first);
            far.getInputStream().transferTo(near.getOutputStream());
        } catch (IOException over) {
            close(near);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
