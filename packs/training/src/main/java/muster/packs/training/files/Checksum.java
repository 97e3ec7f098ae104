package muster.packs.training.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// Size and CRC-32C of a file: finds what was cut off or damaged, by mistake and not by intent.
///
/// @param crc32c eight hexadecimal digits
public record Checksum(long bytes, String crc32c) {
    private static final int AT_A_TIME = 1 << 18;

    public static Checksum of(Path file) throws IOException {
        var crc = new CRC32C();
        var buffer = ByteBuffer.allocate(AT_A_TIME);
        try (var channel = FileChannel.open(file)) {
            while (channel.read(buffer.clear()) >= 0) {
                crc.update(buffer.flip());
            }
            return new Checksum(channel.size(), "%08x".formatted(crc.getValue()));
        }
    }

    public static Checksum of(String text) {
        var crc = new CRC32C();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        crc.update(bytes);
        return new Checksum(bytes.length, "%08x".formatted(crc.getValue()));
    }

    @Override
    public String toString() {
        return bytes + ":" + crc32c;
    }
}
