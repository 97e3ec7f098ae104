package muster.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What a process prints, read while it runs. A platform thread reads it: a virtual one would hold its carrier while it
/// waits for a pipe, and few pipes would hold them all.
final class Output {
    /// How long it may stay open after the process has ended, held by something the process has left behind.
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private static final int CHUNK = 8_192;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
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
        return kept.toString(StandardCharsets.UTF_8);
    }

    private void read(InputStream stream) {
        try (stream) {
            var chunk = new byte[CHUNK];
            int count = stream.read(chunk);
            while (count >= 0 && kept.size() < limit) {
                kept.write(chunk, 0, Math.min(count, limit - kept.size()));
                count = stream.read(chunk);
            }
            var _ = stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // The process has been killed; what it had printed before is kept.
        }
    }
}
