package muster.notify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import muster.storage.Delivery;

/// Appends each notice to a file as a line of JSON, which is on the disk before it counts as told. A line that a crash
/// cut off stays as it is; the next one begins anew.
record LinesSender(Path file) implements Sender {

    @Override
    public Sent send(Delivery delivery) {
        try (var out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            append(out, delivery.body());
            return new Sent.Delivered();
        } catch (IOException e) {
            return new Sent.Later("cannot write " + file + ": " + e.getMessage(), Duration.ZERO);
        }
    }

    /// One process at a time; threads of one process take turns by this record's own class.
    private static void append(FileChannel out, String body) throws IOException {
        synchronized (LinesSender.class) {
            try (var lock = out.lock()) {
                out.position(out.size());
                var line = ByteBuffer.wrap(
                        ((lock.isValid() && isCut(out) ? "\n" : "") + body + "\n").getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) {
                    out.write(line);
                }
                out.force(false);
            }
        }
    }

    private static boolean isCut(FileChannel out) throws IOException {
        var last = ByteBuffer.allocate(1);
        return out.size() > 0 && out.read(last, out.size() - 1) == 1 && last.get(0) != '\n';
    }
}
