package muster.packs.training.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;

/// Copies the column chunks of one row group and moves the places that their description names.
final class ColumnCopy {

    private ColumnCopy() {}

    static RowGroup group(List<Footer> footers, int group, FileChannel to) throws IOException {
        var chunks = new ArrayList<ColumnChunk>();
        long begin = to.position();
        for (var footer : footers) {
            try (var from = FileChannel.open(footer.file())) {
                for (var chunk : Footer.chunks(footer.groups().get(group))) {
                    chunks.add(copy(chunk, from, to));
                }
            }
        }
        long bytes = chunks.stream()
                .mapToLong(chunk -> Footer.facts(chunk).getTotal_uncompressed_size())
                .sum();
        var copied = new RowGroup(chunks, bytes, footers.getFirst().cut().get(group));
        copied.setFile_offset(begin);
        copied.setTotal_compressed_size(to.position() - begin);
        copied.setOrdinal((short) group);
        return copied;
    }

    /// Indexes and bloom filters lie elsewhere in the file and are left behind.
    private static ColumnChunk copy(ColumnChunk chunk, FileChannel from, FileChannel to) throws IOException {
        long place = to.position();
        var facts = new ColumnMetaData(Footer.facts(chunk));
        long begin = begin(facts);
        transfer(from, begin, facts.getTotal_compressed_size(), to);
        long moved = place - begin;
        facts.setData_page_offset(facts.getData_page_offset() + moved);
        if (facts.isSetDictionary_page_offset()) {
            facts.setDictionary_page_offset(facts.getDictionary_page_offset() + moved);
        }
        facts.unsetIndex_page_offset();
        facts.unsetBloom_filter_offset();
        facts.unsetBloom_filter_length();
        var copied = new ColumnChunk(0);
        copied.setMeta_data(facts);
        return copied;
    }

    /// A dictionary stands before the pages that use it. Some writers say 0 where they have none.
    private static long begin(ColumnMetaData facts) {
        if (!facts.isSetDictionary_page_offset() || facts.getDictionary_page_offset() <= 0) {
            facts.unsetDictionary_page_offset();
            return facts.getData_page_offset();
        }
        return Math.min(facts.getDictionary_page_offset(), facts.getData_page_offset());
    }

    private static void transfer(FileChannel from, long begin, long length, FileChannel to) throws IOException {
        for (long done = 0; done < length; ) {
            long count = from.transferTo(begin + done, length - done, to);
            if (count <= 0) {
                throw new IOException("a column chunk ends " + (length - done) + " bytes early");
            }
            done += count;
        }
    }
}
