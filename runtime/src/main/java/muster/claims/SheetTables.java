package muster.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Files of separated values as tables: the first line names the columns. One with quotes is not read.
///
/// @param files by the name of the file with and without its ending, in lower case; names that two files have are left
/// out
record SheetTables(Tree tree, Map<String, String> files) implements Tables {
    private static final Pattern SHEET = Pattern.compile("(?i).*\\.(?:csv|tsv)");
    private static final Pattern NAME = Pattern.compile("[a-z_][\\w$]*");
    /// What is larger takes longer to read than a claim is worth.
    private static final int LARGEST = 8 << 20;

    static SheetTables of(Tree tree) {
        var files = new TreeMap<String, String>();
        for (var file : tree.files()) {
            if (SHEET.matcher(file).matches()) {
                var name = Tree.name(file).toLowerCase(Locale.ROOT);
                files.merge(name, file, (_, _) -> "");
                files.merge(name.substring(0, name.lastIndexOf('.')), file, (_, _) -> "");
            }
        }
        files.values().removeIf(String::isEmpty);
        return new SheetTables(tree, Collections.unmodifiableSortedMap(files));
    }

    @Override
    public SortedMap<String, Set<String>> columns() {
        var columns = new TreeMap<String, Set<String>>();
        files.forEach((name, file) -> {
            var rows = rows(file);
            if (!rows.isEmpty()
                    && rows.getFirst().stream()
                            .allMatch(cell -> NAME.matcher(cell).matches())) {
                columns.put(name, Set.copyOf(rows.getFirst()));
            }
        });
        return columns;
    }

    @Override
    public @Nullable Keys keys(List<String> tables, String key) {
        var all = new HashSet<String>();
        var counts = new ArrayList<Long>();
        var form = Form.UNIQUE;
        for (var table : tables) {
            var cells = column(table, key.toLowerCase(Locale.ROOT));
            if (cells == null) {
                return null;
            }
            counts.add((long) cells.size());
            form = cells.contains("") || new HashSet<>(cells).size() < cells.size() ? Form.REPEATED : form;
            all.addAll(cells);
        }
        return new Keys(counts, all.size(), form);
    }

    private @Nullable List<String> column(String table, String key) {
        var file = files.get(Tree.name(table).toLowerCase(Locale.ROOT));
        var rows = file == null ? List.<List<String>>of() : rows(file);
        var at = rows.isEmpty() ? -1 : rows.getFirst().indexOf(key);
        return at < 0
                ? null
                : rows.subList(1, rows.size()).stream()
                        .map(row -> at < row.size() ? row.get(at) : "")
                        .toList();
    }

    /// The cells of all lines, those of the first in lower case; none if the file cannot be taken apart at its commas.
    private List<List<String>> rows(String file) {
        var text = tree.read(file)
                .filter(found -> found.content().remaining() <= LARGEST)
                .map(found -> found.text())
                .filter(read -> read.indexOf('"') < 0)
                .orElse("");
        var separator = Pattern.compile(file.toLowerCase(Locale.ROOT).endsWith(".tsv") ? "\t" : ",");
        var rows = new ArrayList<List<String>>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var own = rows.isEmpty() ? line.toLowerCase(Locale.ROOT).replace("\uFEFF", "") : line;
            rows.add(separator.splitAsStream(own).map(String::strip).toList());
        });
        return rows;
    }

    @Override
    public String place(String table) {
        return files.getOrDefault(Tree.name(table).toLowerCase(Locale.ROOT), "");
    }
}
