package muster.packs.training.parquet;

import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;

/// Whether a footer agrees with itself, so that whoever asks it needs no doubts.
final class Plausible {

    private Plausible() {}

    /// What cannot be; an empty text if all can.
    static String flaw(Footer footer) {
        var columns = footer.schema().subList(1, footer.schema().size());
        for (var column : columns) {
            if (column.getType() == null || column.getName() == null) {
                return "a column has no type";
            }
        }
        long rows = 0;
        for (var group : footer.groups()) {
            var flaw = flaw(group, columns);
            if (!flaw.isEmpty()) {
                return flaw;
            }
            rows += group.getNum_rows();
        }
        return rows == footer.rows() ? "" : "it says %d rows, its row groups have %d".formatted(footer.rows(), rows);
    }

    private static String flaw(RowGroup group, List<SchemaElement> columns) {
        var chunks = group.getColumns();
        if (chunks == null || chunks.size() != columns.size() || group.getNum_rows() < 0) {
            return "a row group has %d columns, the file %d"
                    .formatted(chunks == null ? 0 : chunks.size(), columns.size());
        }
        for (int at = 0; at < columns.size(); at++) {
            var name = columns.get(at).getName();
            var facts = chunks.get(at).getMeta_data();
            if (facts == null || facts.getType() != columns.get(at).getType()) {
                return "column %s has another type in a row group".formatted(name);
            }
            if (!hasPlace(facts) || facts.getNum_values() != group.getNum_rows()) {
                return "column %s has %d values in %d bytes for %d rows"
                        .formatted(name, facts.getNum_values(), facts.getTotal_compressed_size(), group.getNum_rows());
            }
        }
        return "";
    }

    private static boolean hasPlace(ColumnMetaData facts) {
        return facts.getTotal_compressed_size() >= 0 && facts.getData_page_offset() >= 0;
    }
}
