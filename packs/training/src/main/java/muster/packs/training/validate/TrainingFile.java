package muster.packs.training.validate;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import muster.packs.training.parquet.ColumnFacts;
import muster.packs.training.parquet.Footer;
import muster.packs.warehouse.sql.Sql;

/// The file under validation.
///
/// @param columns as its footer describes them
record TrainingFile(Path file, String key, long rows, List<ColumnFacts> columns) {

    static TrainingFile of(Footer footer, String key) {
        return new TrainingFile(footer.file(), key, footer.rows(), footer.columns());
    }

    /// What follows FROM.
    String source() {
        return "read_parquet(" + Sql.file(file.toString()) + ")";
    }

    List<Target> targets() {
        return columns.stream()
                .map(column -> Target.of(column.name()))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /// Columns of numbers that are neither key nor target.
    List<String> features() {
        return columns.stream()
                .filter(column -> column.least() != null && !column.name().equals(key))
                .filter(column -> !column.type().startsWith("TIMESTAMP") && Target.of(column.name()) == null)
                .map(ColumnFacts::name)
                .toList();
    }
}
