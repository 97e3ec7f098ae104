package muster.packs.training.extract;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// Brings rows of an engine that writes no Parquet into a file: they are streamed to a file of text beside it, which an
/// engine in memory reads with the types of the table. Floating-point numbers are texts that read back as the same.
final class Crossing {
    private static final String SUFFIX = ".csv";
    private static final String NULL = "\\N";

    private Crossing() {}

    static void write(Session from, TableQuery query, Path file) throws SQLException, IOException {
        var text = file.resolveSibling(file.getFileName() + SUFFIX);
        try {
            try (var writer = Files.newBufferedWriter(text)) {
                from.stream(query.text(), row -> line(row, writer));
            }
            read(from, query, text, file);
        } finally {
            Files.deleteIfExists(text);
        }
    }

    /// NULL is [#NULL] without quotes; every value has quotes.
    private static void line(Row row, Writer to) throws IOException {
        for (int column = 0; column < row.values().size(); column++) {
            var value = row.values().get(column);
            to.append(column == 0 ? "" : ",");
            to.append(value == null ? NULL : '"' + value.replace("\"", "\"\"") + '"');
        }
        to.append('\n');
    }

    /// Columns of these tables whose values have no text that is read back, each in words; none where the engine
    /// writes Parquet itself.
    static List<String> unfit(Session from, Collection<String> tables) throws SQLException {
        var dialect = from.dialect();
        if (dialect.writeParquet("", "", Extract.ROW_GROUP) != null) {
            return List.of();
        }
        return from.query(dialect.columnListing()).stream()
                .filter(row -> tables.contains(row.text(0)) && dialect.portable(row.text(2)) == null)
                .map(row -> "%s.%s is %s".formatted(row.text(0), row.text(1), row.text(2)))
                .sorted()
                .toList();
    }

    private static void read(Session from, TableQuery query, Path text, Path file) throws SQLException {
        var columns = query.columns().stream()
                .map(column -> Sql.text(column.text(0)) + ": "
                        + Sql.text(Objects.requireNonNull(from.dialect().portable(column.text(1)))))
                .collect(Collectors.joining(", ", "{", "}"));
        var form =
                "header = false, quote = '\"', escape = '\"', allow_quoted_nulls = false, nullstr = " + Sql.text(NULL);
        var rows = "SELECT * FROM read_csv(%s, %s, columns = %s)".formatted(Sql.text(text.toString()), form, columns);
        try (var engine = Session.open(DuckDbFile::inMemory)) {
            var statement = engine.dialect().writeParquet(rows, file.toString(), Extract.ROW_GROUP);
            engine.execute(Objects.requireNonNull(statement));
        }
    }
}
