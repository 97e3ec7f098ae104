package muster.packs.training.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/// The footer of a Parquet file of flat columns, which says everything about it but the values.
///
/// @param content as Apache's classes hold it
public record Footer(Path file, FileMetaData content) {
    static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    private static final byte[] ENCRYPTED = {'P', 'A', 'R', 'E'};

    /// Length and magic number, at the end of a file.
    private static final int TAIL = 8;

    /// Reads it. A file that is no Parquet file, is cut off, encrypted or nested, fails with the reason.
    public static Footer read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder and no Parquet file");
        }
        try (var channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size < TAIL + MAGIC.length) {
                throw new IOException(file + " is no Parquet file: it has " + size + " bytes");
            }
            var tail = ByteBuffer.wrap(bytes(channel, size - TAIL, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
            int length = tail.getInt();
            int magic = tail.getInt();
            if (magic == number(ENCRYPTED)) {
                throw new IOException(file + " is encrypted");
            }
            if (magic != number(MAGIC) || length < 0 || length > size - TAIL - MAGIC.length) {
                throw new IOException(file + " is no Parquet file, or it is cut off: it does not end in PAR1");
            }
            var content = bytes(channel, size - TAIL - length, length);
            return parsed(file, content).flat();
        }
    }

    /// The parser's own complaints name neither file nor place, and of a footer of noise it may say anything.
    private static Footer parsed(Path file, byte[] content) throws IOException {
        try {
            return new Footer(file, Util.readFileMetaData(new ByteArrayInputStream(content)));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            throw new IOException(file + " has a footer that cannot be read: it is damaged\nMaybe write it again", e);
        }
    }

    private static int number(byte[] magic) {
        return ByteBuffer.wrap(magic).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
        var bytes = new byte[length];
        var buffer = ByteBuffer.wrap(bytes);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, from + buffer.position());
        }
        return bytes;
    }

    private Footer flat() throws IOException {
        if (content.getSchema() == null || schema().isEmpty() || content.getRow_groups() == null) {
            throw new IOException(file + " has a footer without columns");
        }
        if (schema().size() != schema().getFirst().getNum_children() + 1
                || schema().stream().anyMatch(each -> each.getRepetition_type() == FieldRepetitionType.REPEATED)) {
            throw new IOException(file + " has nested columns, which no training file may have");
        }
        if (content.isSetEncryption_algorithm()) {
            throw new IOException(file + " is encrypted");
        }
        var flaw = Plausible.flaw(this);
        if (!flaw.isEmpty()) {
            throw new IOException(
                    "%s has a footer that cannot be true: %s\nMaybe write it again".formatted(file, flaw));
        }
        return this;
    }

    /// Rows of the whole file.
    public long rows() {
        return content.getNum_rows();
    }

    /// Rows of each row group, in order.
    public List<Long> cut() {
        return groups().stream().map(RowGroup::getNum_rows).toList();
    }

    /// What is said of each column, in order.
    public List<ColumnFacts> columns() {
        return IntStream.range(1, schema().size())
                .mapToObj(place -> ColumnFacts.of(
                        schema().get(place),
                        groups().stream()
                                .map(group -> facts(chunks(group).get(place - 1)))
                                .toList()))
                .toList();
    }

    /// The root, then the columns.
    List<SchemaElement> schema() {
        return Objects.requireNonNull(content.getSchema());
    }

    List<RowGroup> groups() {
        return Objects.requireNonNull(content.getRow_groups());
    }

    static List<ColumnChunk> chunks(RowGroup group) {
        return Objects.requireNonNull(group.getColumns());
    }

    static ColumnMetaData facts(ColumnChunk chunk) {
        return Objects.requireNonNull(chunk.getMeta_data());
    }

    /// A note that the writer of the file left, or an empty text.
    public String note(String name) {
        var notes = new HashMap<String, String>();
        var said = content.getKey_value_metadata();
        if (said != null) {
            said.forEach(each -> notes.put(each.getKey(), each.getValue()));
        }
        return notes.getOrDefault(name, "");
    }
}
