package muster.packs.warehouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.packs.warehouse.generate.Column;
import muster.packs.warehouse.generate.ColumnType;

/// Column lists for every table name, from the column catalogue of one pair: tables of one form have the same columns.
public final class Schemas {
    private static final Pattern TABLE = Pattern.compile("^\"(\\w+)\": \\{$");
    private static final Pattern NAME = Pattern.compile("^\"name\": \"(\\w+)\",$");
    private static final Pattern TYPE = Pattern.compile("^\"type\": \"(\\w+)\"$");
    private static final String PAIR = "(aud|cad|chf|eur|gbp|jpy|nzd|usd){2}";
    private static final String CURRENCY = "aud|cad|chf|eur|gbp|jpy|nzd|usd";
    private static final String CATALOGUE = "data/m008/schemas.json";

    /// Read once, and only where the catalogue is present.
    private static final class ByForm {
        private static final Map<String, List<Column>> COLUMNS = read();
    }

    private Schemas() {}

    /// The given tables with their columns.
    public static Map<String, List<Column>> of(List<String> tables) {
        Shared.require(CATALOGUE);
        var columns = new LinkedHashMap<String, List<Column>>();
        tables.forEach(table -> columns.put(table, columnsOf(table)));
        return columns;
    }

    private static List<Column> columnsOf(String table) {
        var form = form(table);
        return List.of(
                        form,
                        form.replace("_idx", ""),
                        form.replace("_idx", "").replace("_w", "_"),
                        form.replace("_bqx", ""),
                        form.replace("_w", "_"))
                .stream()
                .filter(ByForm.COLUMNS::containsKey)
                .findFirst()
                .map(ByForm.COLUMNS::get)
                .orElse(List.of(
                        new Column("interval_time", ColumnType.TIMESTAMP), new Column("value", ColumnType.FLOAT64)));
    }

    private static String form(String table) {
        return Arrays.stream(table.split("_"))
                .map(part -> part.matches(PAIR) ? "P" : part.matches(CURRENCY) ? "C" : part)
                .collect(Collectors.joining("_"));
    }

    private static Map<String, List<Column>> read() {
        var byForm = new HashMap<String, List<Column>>();
        var columns = new ArrayList<Column>();
        var name = "";
        for (var line : Shared.lines(CATALOGUE)) {
            var table = TABLE.matcher(line);
            var column = NAME.matcher(line);
            var type = TYPE.matcher(line);
            if (table.matches() && !line.startsWith("\"tables\"")) {
                columns = new ArrayList<>();
                byForm.putIfAbsent(form(table.group(1)), columns);
            } else if (column.matches()) {
                name = column.group(1);
            } else if (type.matches()) {
                columns.add(new Column(name, ColumnType.valueOf(type.group(1))));
            }
        }
        return byForm;
    }
}
