package muster.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/// The end of what a command printed. The stream is read to its end, so that the command never waits for its reader.
final class Tail {
    /// Bytes kept: enough for an error message, little enough for a journal.
    static final int KEPT = 4096;

    /// How long to wait for the end of the stream after the command ended: a child that it left behind may hold it
    /// open.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Thread reader;
    private byte[] kept = new byte[0];

    private Tail(InputStream stream) {
        this.reader = Thread.ofVirtual().unstarted(() -> read(stream));
    }

    static Tail of(InputStream stream) {
        var tail = new Tail(stream);
        tail.reader.start();
        return tail;
    }

    String text() throws InterruptedException {
        reader.join(PATIENCE);
        synchronized (this) {
            return new String(kept, StandardCharsets.UTF_8);
        }
    }

    private void read(InputStream stream) {
        var chunk = new byte[KEPT];
        try (stream) {
            for (var count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                keep(chunk, count);
            }
        } catch (IOException e) {
            // The stream of a killed command breaks off; what came before is kept.
        }
    }

    private synchronized void keep(byte[] chunk, int count) {
        var both = Arrays.copyOf(kept, kept.length + count);
        System.arraycopy(chunk, 0, both, kept.length, count);
        kept = Arrays.copyOfRange(both, Math.max(0, both.length - KEPT), both.length);
    }
}
