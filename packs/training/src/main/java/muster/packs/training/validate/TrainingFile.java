package muster.packs.training.validate;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.packs.training.parquet.ColumnFacts;
import muster.packs.training.parquet.Footer;
import muster.packs.warehouse.sql.Sql;

/// The file under validation.
///
/// @param columns as its footer describes them
record TrainingFile(Path file, String key, long rows, List<ColumnFacts> columns) {
    private static final Pattern NUMBER =
            Pattern.compile("BOOLEAN|INTEGER|BIGINT|U?INT_?[0-9]+|FLOAT|FLOAT16|DOUBLE|DECIMAL");

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

    /// How SQL or the format calls the type of the key; empty if there is none.
    String keyType() {
        return columns.stream()
                .filter(column -> column.name().equals(key))
                .map(ColumnFacts::type)
                .findFirst()
                .orElse("");
    }

    /// Columns of numbers that are neither key nor target, whether or not the writer told their bounds.
    List<String> features() {
        return columns.stream()
                .filter(column -> NUMBER.matcher(column.type()).matches()
                        && !column.name().equals(key))
                .filter(column -> Target.of(column.name()) == null)
                .map(ColumnFacts::name)
                .toList();
    }
}
