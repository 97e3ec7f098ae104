package muster.packs.training.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.packs.training.parquet.ColumnFacts;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.csv.CsvLine;
import muster.packs.warehouse.csv.CsvText;
import muster.plan.Parsed;

/// What columns a training file has: a CSV file whose first line is `column,type,max_null_share`; the last may be
/// absent.
///
/// @param columns by name
record Contract(Map<String, Term> columns) {

    /// @param nulls greatest share of NULL, from 0 to 1; the argument's if it is empty
    record Term(String type, String nulls) {}

    static Contract read(Path file) throws IOException {
        return switch (CsvText.read(file.toString(), Files.readString(file))) {
            case Parsed.Failed<List<CsvLine>>(var problems) -> throw new WrongArgument(problems.toString());
            case Parsed.Ok<List<CsvLine>>(var lines) -> of(file, lines);
        };
    }

    private static Contract of(Path file, List<CsvLine> lines) {
        var columns = new LinkedHashMap<String, Term>();
        for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            var cells = new ArrayList<>(line.cells());
            cells.add("");
            if (cells.size() < 3 || !cells.get(2).matches("(0?\\.[0-9]+|[01](\\.0+)?)?")) {
                throw new WrongArgument("%s:%d:1: a line is column,type or column,type,share; a share is from 0 to 1"
                        .formatted(file, line.number()));
            }
            columns.put(cells.get(0), new Term(cells.get(1), cells.get(2)));
        }
        return new Contract(columns);
    }

    List<Defect> against(List<ColumnFacts> found) {
        var defects = new ArrayList<Defect>();
        var left = new LinkedHashMap<>(columns);
        for (var column : found) {
            var term = left.remove(column.name());
            if (term == null) {
                defects.add(new Defect(Defect.Kind.COLUMNS, column.name(), "is not in the contract"));
            } else if (!term.type().isEmpty() && !term.type().equals(column.type())) {
                defects.add(new Defect(
                        Defect.Kind.COLUMNS,
                        column.name(),
                        "is %s, by the contract it is %s".formatted(column.type(), term.type())));
            }
        }
        left.keySet().forEach(name -> defects.add(new Defect(Defect.Kind.COLUMNS, name, "is missing")));
        return defects;
    }

    /// The greatest share of NULL that a column may have.
    double nulls(String column, double otherwise) {
        var term = columns.get(column);
        return term == null || term.nulls().isEmpty() ? otherwise : Double.parseDouble(term.nulls());
    }
}
