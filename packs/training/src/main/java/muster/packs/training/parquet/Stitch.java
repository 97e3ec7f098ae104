package muster.packs.training.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;

/// Writes files of the same rows side by side into one: column chunks are copied byte for byte, and one footer is
/// written. Source of the layout: the Parquet format, version 2.
public final class Stitch {
    private static final String WRITER = "muster";

    private Stitch() {}

    /// Writes the file beside its place, flushes it and moves it there.
    ///
    /// @param parts in the order of their columns; see [Fit]
    /// @param notes what the footer is to say besides; it says it in the order of names, always the same
    public static void write(List<Path> parts, Path target, Map<String, String> notes) throws IOException {
        var footers = new ArrayList<Footer>();
        for (var part : parts) {
            footers.add(Footer.read(part));
        }
        var reasons = Fit.reasons(footers);
        if (!reasons.isEmpty()) {
            throw new IOException(String.join("\n", reasons));
        }
        var partial = target.resolveSibling(target.getFileName() + ".partial");
        try (var channel = FileChannel.open(
                partial, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(Footer.MAGIC));
            var content = head(footers, notes);
            for (int group = 0; group < footers.getFirst().cut().size(); group++) {
                content.addToRow_groups(ColumnCopy.group(footers, group, channel));
            }
            footer(content, channel);
            channel.force(true);
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileMetaData head(List<Footer> footers, Map<String, String> notes) {
        var columns = footers.stream()
                .flatMap(footer -> footer.schema().subList(1, footer.schema().size()).stream())
                .toList();
        var root = new SchemaElement(footers.getFirst().schema().getFirst());
        root.setNum_children(columns.size());
        var schema = new ArrayList<SchemaElement>();
        schema.add(root);
        schema.addAll(columns);
        var head = new FileMetaData(1, schema, footers.getFirst().rows(), new ArrayList<RowGroup>());
        head.setCreated_by(WRITER);
        head.setColumn_orders(columns.stream()
                .map(column -> ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()))
                .toList());
        new TreeMap<>(notes).forEach((name, text) -> {
            var note = new KeyValue(name);
            note.setValue(text);
            head.addToKey_value_metadata(note);
        });
        return head;
    }

    private static void footer(FileMetaData content, FileChannel channel) throws IOException {
        long from = channel.position();
        OutputStream out = new java.io.BufferedOutputStream(Channels.newOutputStream(channel));
        Util.writeFileMetaData(content, out);
        out.flush();
        var tail = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        tail.putInt((int) (channel.position() - from)).put(Footer.MAGIC).flip();
        channel.write(tail);
    }
}
