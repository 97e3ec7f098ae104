package muster.packs.warehouse.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import muster.packs.warehouse.sql.Catalog;

/// Reads a mapping: a header `old,new`, then one pair of names per line. A byte order mark and CRLF are borne.
final class MappingFile {
    private static final String HEADER = "old,new";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private MappingFile() {}

    /// @param file the name to put into problems
    /// @param catalog a line whose old name is no table any more is done, if its new name is one
    static Wishes read(String file, String text, Catalog catalog) {
        var lines = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .lines()
                .toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            return new Wishes(List.of(), List.of(), List.of(file + ":1:1: the first line must be '" + HEADER + "'"));
        }
        var wanted = new ArrayList<Renaming>();
        var problems = new ArrayList<String>();
        var seen = new HashMap<String, Integer>();
        for (int number = 2; number <= lines.size(); number++) {
            var fields = lines.get(number - 1).strip().split(",", -1);
            var place = file + ":" + number + ":1: ";
            if (fields.length != 2 || fields[0].isBlank() || fields[1].isBlank()) {
                problems.add(place + "expected two names, got '" + lines.get(number - 1) + "'");
                continue;
            }
            var earlier = seen.putIfAbsent(Catalog.folded(fields[0]), number);
            if (earlier != null) {
                problems.add(place + fields[0] + " stands in line " + earlier + " already");
            } else if (isOpen(fields, catalog)) {
                wanted.add(new Renaming(fields[0], fields[1]));
            }
        }
        return new Wishes(wanted, List.of(), problems);
    }

    private static boolean isOpen(String[] fields, Catalog catalog) {
        return catalog.has(fields[0], Catalog.Kind.TABLE) || !catalog.has(fields[1], Catalog.Kind.TABLE);
    }
}
