package muster.packs.warehouse.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import muster.packs.warehouse.csv.CsvLine;
import muster.packs.warehouse.csv.CsvText;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;

/// Names to be judged, each once, in the order in which they were listed.
///
/// @param repeated names that were listed more than once
public record NameList(List<ListedName> names, List<String> repeated) {
    private static final List<String> TABLE_HEADERS = List.of("table_name", "table", "name");
    private static final List<String> COLUMN_HEADERS = List.of("column_name", "column", "name");
    private static final Pattern OTHER_DIVISION = Pattern.compile("[;\t|]");
    private static final String DECLARED = "declared_variant";

    public NameList {
        names = List.copyOf(names);
        repeated = List.copyOf(repeated);
    }

    /// The texts alone.
    public List<String> texts() {
        return names.stream().map(ListedName::text).toList();
    }

    /// Reads a list of tables: a CSV file with a column `table_name`, `table` or `name`.
    public static Parsed<NameList> tables(String file, String text) {
        return read(file, text, TABLE_HEADERS);
    }

    /// Reads a list of columns: a CSV file with a column `column_name`, `column` or `name`, and perhaps
    /// `declared_variant`.
    public static Parsed<NameList> columns(String file, String text) {
        return read(file, text, COLUMN_HEADERS);
    }

    private static Parsed<NameList> read(String file, String text, List<String> headers) {
        return switch (CsvText.read(file, text)) {
            case Parsed.Failed<List<CsvLine>>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<List<CsvLine>>(var lines) -> of(file, lines, headers);
        };
    }

    private static Parsed<NameList> of(String file, List<CsvLine> lines, List<String> headers) {
        var header = lines.isEmpty()
                ? List.<String>of()
                : lines.getFirst().cells().stream()
                        .map(each -> NamingStandard.folded(each.strip()))
                        .toList();
        var known = headers.stream().filter(header::contains).findFirst();
        if (known.isEmpty()) {
            var wanted = String.join(", ", headers);
            return new Parsed.Failed<>(List.of(new Problem(
                    new Location(file, 1, 1),
                    "the first line names no column of names, such as " + wanted,
                    header.size() == 1
                                    && OTHER_DIVISION.matcher(header.getFirst()).find()
                            ? "Maybe its columns are divided by something else than commas"
                            : "Maybe the line of headers is missing")));
        }
        for (var name : List.of(known.get(), DECLARED)) {
            if (Collections.frequency(header, name) > 1) {
                return new Parsed.Failed<>(List.of(Problem.at(
                        new Location(file, lines.getFirst().number(), 1),
                        "the header names the column " + name + " more than once")));
            }
        }
        if (lines.size() == 1) {
            return new Parsed.Failed<>(
                    List.of(Problem.at(new Location(file, 1, 1), "the list has a header and no names")));
        }
        return names(
                file,
                lines.subList(1, lines.size()),
                new Columns(header.indexOf(known.get()), header.indexOf(DECLARED), header.size()));
    }

    /// @param declared -1 if the list states no variants
    /// @param all how many there are
    private record Columns(int name, int declared, int all) {}

    private static Parsed<NameList> names(String file, List<CsvLine> lines, Columns columns) {
        var names = new LinkedHashMap<String, ListedName>();
        var repeated = new ArrayList<String>();
        var problems = new ArrayList<Problem>();
        for (var line : lines) {
            if (line.cells().size() <= columns.name()
                    || line.cells().get(columns.name()).isBlank()) {
                problems.add(Problem.at(new Location(file, line.number(), 1), "the line has no name"));
                continue;
            }
            if (line.cells().stream().skip(columns.all()).anyMatch(each -> !each.isBlank())) {
                problems.add(new Problem(
                        new Location(file, line.number(), 1),
                        "the line has %d cells, its header names %d columns"
                                .formatted(line.cells().size(), columns.all()),
                        "Maybe quote a name that holds a comma"));
                continue;
            }
            var text = line.cells().get(columns.name()).strip();
            if (names.putIfAbsent(text, new ListedName(text, line.number(), declared(line, columns))) != null) {
                repeated.add(text);
            }
        }
        return problems.isEmpty()
                ? new Parsed.Ok<>(new NameList(List.copyOf(names.values()), repeated))
                : new Parsed.Failed<>(problems);
    }

    private static @Nullable Variant declared(CsvLine line, Columns columns) {
        if (columns.declared() < 0 || line.cells().size() <= columns.declared()) {
            return null;
        }
        var word = NamingStandard.folded(line.cells().get(columns.declared()).strip());
        return Arrays.stream(Variant.values())
                .filter(each -> each.token().equals(word))
                .findFirst()
                .orElse(null);
    }
}
