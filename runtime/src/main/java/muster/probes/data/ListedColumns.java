package muster.probes.data;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import muster.observation.Ground;
import muster.observation.Looked;

/// The columns of listed tables as a file beside the listing tells them: `columns.csv` or `.tsv`, such as a
/// query of `INFORMATION_SCHEMA.COLUMNS` writes it, or `schemas.json` with rules over names. Like the listing,
/// it casts doubt and never proves anything.
record ListedColumns(Map<String, Set<String>> byTable) {
    /// The first of these that is there counts.
    static final List<String> NAMES = List.of("columns.csv", "columns.tsv", "schemas.json");

    private static final String TABLE = "table_name";
    private static final String COLUMN = "column_name";

    /// Those of the listing's tables that a file tells; none if there is no such file, or it has another shape.
    static ListedColumns beside(ListedTables listed, Ground ground) {
        var folder = listed.file().substring(0, listed.file().lastIndexOf('/') + 1);
        for (var name : NAMES) {
            if (ground.look(folder + name) instanceof Looked.Found found) {
                return new ListedColumns(
                        name.endsWith("json")
                                ? ruled(listed, found.text())
                                : rows(found.text(), name.endsWith("csv") ? "," : "\t"));
            }
        }
        return new ListedColumns(Map.of());
    }

    private static Map<String, Set<String>> ruled(ListedTables listed, String schemas) {
        try {
            return TableFacts.columns(TableFacts.of(listed.names(), schemas));
        } catch (RuntimeException _) {
            // Whatever stands there belongs to who is audited; a file of that name may be anything.
            return Map.of();
        }
    }

    private static Map<String, Set<String>> rows(String text, String separator) {
        var rows = text.lines().filter(line -> !line.isBlank()).toList();
        var header = rows.isEmpty() ? List.<String>of() : ListedTables.cells(rows.getFirst(), separator);
        int table = header.indexOf(TABLE);
        int column = header.indexOf(COLUMN);
        var columns = new TreeMap<String, Set<String>>();
        if (table < 0 || column < 0) {
            return columns;
        }
        rows.stream()
                .skip(1)
                .map(row -> ListedTables.cells(row, separator))
                .filter(cells -> cells.size() > Math.max(table, column))
                .forEach(cells -> columns.computeIfAbsent(cells.get(table), _ -> new HashSet<>())
                        .add(cells.get(column)));
        return columns;
    }
}
