package muster.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What a process prints, read while it runs. A platform thread reads it: a virtual one would hold its carrier
/// while it waits for a pipe, and few pipes would hold them all.
final class Output {
    /// How long it may stay open after the process has ended, held by something the process has left behind.
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private static final int CHUNK = 8_192;

    /// Stands in the text for what is left out; first and last half are kept.
    static final String CUT = "\n[... cut ...]\n";

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream tail = new ByteArrayOutputStream();
    private boolean cut;
    private final int limit;
    private final Thread reader;

    private Output(InputStream stream, int limit) {
        this.limit = limit;
        reader = Thread.ofPlatform().daemon().unstarted(() -> read(stream));
    }

    static Output of(InputStream stream, int limit) {
        var output = new Output(stream, limit);
        output.reader.start();
        return output;
    }

    /// All of it, as far as it is kept; called after the process has ended.
    String text() throws InterruptedException {
        var _ = reader.join(DRAIN);
        synchronized (head) {
            var last = tail.toByteArray();
            int from = Math.max(0, last.length - (limit - limit / 2));
            return head.toString(StandardCharsets.UTF_8)
                    + (cut || from > 0 ? CUT : "")
                    + new String(last, from, last.length - from, StandardCharsets.UTF_8);
        }
    }

    private void read(InputStream stream) {
        try (stream) {
            var chunk = new byte[CHUNK];
            int count = stream.read(chunk);
            while (count >= 0) {
                keep(chunk, count);
                count = stream.read(chunk);
            }
        } catch (IOException _) {
            // The process has been killed; what it had printed before is kept.
        }
    }

    private void keep(byte[] chunk, int count) {
        synchronized (head) {
            int first = Math.min(count, limit / 2 - head.size());
            head.write(chunk, 0, first);
            tail.write(chunk, first, count - first);
            if (tail.size() > limit) {
                int half = limit - limit / 2;
                var last = tail.toByteArray();
                tail.reset();
                tail.write(last, last.length - half, half);
                cut = true;
            }
        }
    }
}
