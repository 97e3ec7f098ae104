package muster.packs.warehouse.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import muster.packs.warehouse.csv.CsvLine;
import muster.packs.warehouse.csv.CsvText;
import muster.packs.warehouse.sql.Catalog;
import muster.plan.Parsed;
import muster.plan.Problem;

/// Reads a mapping: a CSV file with a header `old,new`, then one pair of names per line.
final class MappingFile {
    private static final List<String> HEADER = List.of("old", "new");

    private MappingFile() {}

    /// @param file the name to put into problems
    static Wishes read(String file, String text, Standing standing) {
        return switch (CsvText.read(file, text)) {
            case Parsed.Failed<List<CsvLine>>(var problems) ->
                Wishes.refused(problems.stream().map(Problem::toString).toList());
            case Parsed.Ok<List<CsvLine>>(var lines) -> of(file, lines, standing);
        };
    }

    private static Wishes of(String file, List<CsvLine> lines, Standing standing) {
        if (lines.isEmpty()
                || !stripped(lines.getFirst()).stream()
                        .map(Catalog::folded)
                        .toList()
                        .equals(HEADER)) {
            return Wishes.refused(List.of(file + ":1:1: the first line must be '" + String.join(",", HEADER) + "'"));
        }
        var wanted = new ArrayList<Renaming>();
        var problems = new ArrayList<String>();
        var seen = new HashMap<String, Integer>();
        for (var line : lines.subList(1, lines.size())) {
            var names = stripped(line);
            var place = file + ":" + line.number() + ":1: ";
            if (names.size() != 2 || names.stream().anyMatch(String::isEmpty)) {
                problems.add(place + "expected two names, got '" + String.join(",", line.cells()) + "'");
                continue;
            }
            var earlier = seen.putIfAbsent(Catalog.folded(names.getFirst()), line.number());
            if (earlier != null) {
                problems.add(place + names.getFirst() + " stands in line " + earlier + " already");
            } else if (standing.lacks(new Renaming(names.getFirst(), names.getLast()))) {
                wanted.add(new Renaming(names.getFirst(), names.getLast()));
            }
        }
        return new Wishes(wanted, List.of(), problems);
    }

    private static List<String> stripped(CsvLine line) {
        return line.cells().stream().map(String::strip).toList();
    }
}
