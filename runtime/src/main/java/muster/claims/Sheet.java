package muster.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import muster.observation.Looked;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The rows of a file of rows: CSV and TSV without their header, lines of JSON, the elements of a JSON array. The last
/// cell of a row is not cut where a quoted cell holds a separator.
record Sheet(int columns, List<String> rows) {
    private static final JsonMapper JSON = new JsonMapper();

    Sheet {
        rows = List.copyOf(rows);
    }

    static Optional<Sheet> of(Looked.Found file) {
        var name = Tree.name(file.path());
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> separated(file.text(), ",");
            case "tsv" -> separated(file.text(), "\t");
            case "jsonl", "ndjson" -> Optional.of(new Sheet(1, filled(file.text())));
            case "json" -> array(file.text());
            default -> Optional.empty();
        };
    }

    private static List<String> filled(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static Optional<Sheet> separated(String text, String separator) {
        var lines = filled(text);
        return lines.isEmpty() || text.contains("\"")
                ? Optional.empty()
                : Optional.of(new Sheet(lines.getFirst().split(separator, -1).length, lines.subList(1, lines.size())));
    }

    private static Optional<Sheet> array(String text) {
        try {
            var root = JSON.readTree(text);
            var rows = new ArrayList<String>();
            root.forEach(each -> rows.add(each.isString() ? each.asString() : ""));
            return root.isArray() ? Optional.of(new Sheet(1, rows)) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// How many rows begin with a word and an underscore, or have a cell that is the word.
    long about(String word) {
        return rows.stream()
                .filter(row -> row.startsWith(word + "_")
                        || Arrays.asList(row.split("[,\t]", -1)).contains(word))
                .count();
    }
}
