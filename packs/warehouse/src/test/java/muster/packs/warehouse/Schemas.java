package muster.packs.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.packs.warehouse.generate.Column;
import muster.packs.warehouse.generate.ColumnType;

/// Column lists for every table name, by the rules of the example's facts.
public final class Schemas {
    private static final Pattern LIST = Pattern.compile("\"(\\w+)\": \\[([^\\]]*)\\]");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern RULE = Pattern.compile("\"tables\": \"([\\w{}]+)\", \"columns\": \"(\\w+)\"");
    private static final List<Column> PLAIN =
            List.of(new Column("interval_time", ColumnType.TIMESTAMP), new Column("value", ColumnType.FLOAT64));
    private static final List<Rule> RULES = read();

    private record Rule(Pattern tables, List<String> columns) {}

    private Schemas() {}

    /// The given tables with their columns. A table that no rule knows has a key and a value.
    public static Map<String, List<Column>> of(List<String> tables) {
        var columns = new LinkedHashMap<String, List<Column>>();
        tables.forEach(table -> columns.put(table, columnsOf(table)));
        return columns;
    }

    private static List<Column> columnsOf(String table) {
        for (var rule : RULES) {
            var match = rule.tables().matcher(table);
            if (match.matches()) {
                var window = rule.tables().namedGroups().containsKey("w") ? match.group("w") : "";
                return rule.columns().stream()
                        .map(column -> column(column.replace("{w}", window)))
                        .toList();
            }
        }
        return PLAIN;
    }

    private static Column column(String text) {
        var words = text.split(" ", 2);
        return new Column(words[0], ColumnType.valueOf(words[1]));
    }

    private static List<Rule> read() {
        var text = text();
        var lists = new LinkedHashMap<String, List<String>>();
        LIST.matcher(text).results().forEach(found -> lists.put(found.group(1), texts(found.group(2))));
        return RULE.matcher(text)
                .results()
                .map(found -> new Rule(pattern(found.group(1), lists), lists.get(found.group(2))))
                .toList();
    }

    /// A symbol's list is above the lists of columns, and none has a name of theirs.
    private static Pattern pattern(String tables, Map<String, List<String>> lists) {
        var regex = tables;
        for (var symbol : List.of("pair", "cur", "var", "asset")) {
            regex = regex.replace("{" + symbol + "}", "(?:" + String.join("|", lists.get(symbol)) + ")");
        }
        return Pattern.compile(regex.replace("{w}", "(?<w>" + String.join("|", lists.get("w")) + ")"));
    }

    private static List<String> texts(String list) {
        return Stream.of(list)
                .flatMap(each -> TEXT.matcher(each).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static String text() {
        try {
            return Files.readString(Facts.folder().resolve("schemas.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
