import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// How long a disk takes to flush, as this process sees it.
final class Flush {
    private static final int TIMES = 200;
    private static final int BYTES = 4096;

    private Flush() {}

    /// Median milliseconds of writing 4 KiB and waiting for the disk.
    static double median(Path folder) throws IOException {
        var times = new long[TIMES];
        try (var file = FileChannel.open(
                folder.resolve("flush"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            for (int i = 0; i < times.length; i++) {
                var before = System.nanoTime();
                file.write(ByteBuffer.allocate(BYTES));
                file.force(false);
                times[i] = System.nanoTime() - before;
            }
        }
        Arrays.sort(times);
        return times[times.length / 2] / 1e6;
    }
}
