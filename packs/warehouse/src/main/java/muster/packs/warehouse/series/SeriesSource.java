package muster.packs.warehouse.series;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;

/// What a file of a series holds, as it stands: nothing about it is guessed but what divides the cells of a CSV file,
/// which its first line shows. Cells are texts.
///
/// @param relation what follows FROM
record SeriesSource(Path file, String relation, List<Column> columns) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String DIVIDERS = ",;\t|";

    /// @param as its name in the relation
    /// @param type as the engine calls it
    record Column(String name, String as, String type) {}

    static SeriesSource of(Session engine, Path file) throws SQLException, IOException {
        return file.toString().endsWith(".csv") ? ofText(file) : ofParquet(engine, file);
    }

    private static SeriesSource ofText(Path file) throws IOException {
        var line = firstLine(file);
        char divider = (char) DIVIDERS.chars()
                .boxed()
                .max(Comparator.comparingLong(
                        each -> line.chars().filter(found -> found == each).count()))
                .orElseThrow()
                .intValue();
        var names = line.split(java.util.regex.Pattern.quote(String.valueOf(divider)), -1);
        var columns = IntStream.range(0, names.length)
                .mapToObj(at -> new Column(names[at].strip().replace("\"", ""), "c" + at, "VARCHAR"))
                .toList();
        var types =
                columns.stream().map(column -> column.as() + ": 'VARCHAR'").collect(Collectors.joining(", ", "{", "}"));
        var relation =
                "read_csv(%s, auto_detect = false, header = true, delim = %s, quote = '\"', escape = '\"', columns = %s)"
                        .formatted(Sql.file(file.toString()), Sql.text(String.valueOf(divider)), types);
        return new SeriesSource(file, relation, columns);
    }

    private static String firstLine(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            var line = reader.readLine();
            return line == null ? "" : line.replace(BYTE_ORDER_MARK, "");
        } catch (CharacterCodingException e) {
            throw new WrongArgument(file.getFileName() + " is not in UTF-8\nMaybe save it as UTF-8");
        }
    }

    private static SeriesSource ofParquet(Session engine, Path file) throws SQLException {
        var relation = "read_parquet(" + Sql.file(file.toString()) + ")";
        var columns = new ArrayList<Column>();
        try {
            for (var row : engine.query(
                    "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM %s)".formatted(relation))) {
                columns.add(new Column(row.text(0), Sql.identifier(row.text(0)), row.text(1)));
            }
        } catch (SQLException e) {
            throw new WrongArgument(
                    "%s is no Parquet file that can be read: %s".formatted(file.getFileName(), EngineWords.of(e)));
        }
        return new SeriesSource(file, relation, columns);
    }

    /// The columns that go by one of some names, perhaps with `_idx`, without regard to case.
    List<Column> called(List<String> names) {
        return columns.stream()
                .filter(column -> names.contains(
                        column.name().toLowerCase(java.util.Locale.ROOT).replace("_idx", "")))
                .toList();
    }

    /// The cells of a row, as texts.
    String row(Session engine, Stream<Column> some, long row) throws SQLException {
        var cells = some.map(column -> "coalesce(CAST(%s AS VARCHAR), '')".formatted(column.as()))
                .collect(Collectors.joining(" || ', ' || "));
        return engine.one(
                        "SELECT cells FROM (SELECT row_number() OVER () AS place, %s AS cells FROM %s) WHERE place = %d"
                                .formatted(cells, relation, row))
                .text(0);
    }
}
