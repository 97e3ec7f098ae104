package muster.probes.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Names and columns of a warehouse's tables, carried into a project as facts: `tables.csv` (one name a line below a
/// header) and `schemas.json` (column lists by rules over names; its shape is described beside the example).
public final class TableFacts {

    private record Rule(Pattern names, List<String> columns) {}

    /// Neither a template nor a symbol can hold a pattern of its own.
    private static final Pattern PLAIN = Pattern.compile("[\\w{}]{1,200}");
    private static final Pattern SYMBOL = Pattern.compile("\\{(\\w+)}");
    private static final String WINDOW = "w";

    private TableFacts() {}

    /// Every table with its columns, each as `name TYPE` with a BigQuery type.
    public static SortedMap<String, List<String>> read(Path folder) throws IOException {
        var names = Files.readAllLines(folder.resolve("tables.csv")).stream()
                .skip(1)
                .toList();
        return of(names, Files.readString(folder.resolve("schemas.json")));
    }

    /// @param schemas the text of `schemas.json`
    /// @throws RuntimeException if it is not of that shape, or no rule matches a name
    static SortedMap<String, List<String>> of(Collection<String> names, String schemas) {
        var rules = rules(new JsonMapper().readTree(schemas));
        var tables = new TreeMap<String, List<String>>();
        names.forEach(name -> tables.put(name, columns(name, rules)));
        return tables;
    }

    /// Names of columns by table, all in lower case.
    ///
    /// @param facts by table, each column as `name TYPE`
    public static SortedMap<String, Set<String>> columns(SortedMap<String, List<String>> facts) {
        var columns = new TreeMap<String, Set<String>>();
        facts.forEach((table, list) -> columns.put(
                table.toLowerCase(Locale.ROOT),
                list.stream()
                        .map(column -> column.substring(0, column.indexOf(' ')).toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet())));
        return columns;
    }

    private static List<Rule> rules(JsonNode facts) {
        var symbols = new LinkedHashMap<String, String>();
        for (var symbol : facts.get("symbols").properties()) {
            symbols.put(
                    symbol.getKey(),
                    texts(symbol.getValue()).stream().map(TableFacts::plain).collect(Collectors.joining("|")));
        }
        var rules = new ArrayList<Rule>();
        for (var rule : facts.get("rules")) {
            var list = texts(facts.get("lists").get(rule.get("columns").asString()));
            rules.add(new Rule(pattern(rule.get("tables").asString(), symbols), list));
        }
        return rules;
    }

    private static Pattern pattern(String template, Map<String, String> symbols) {
        return Pattern.compile(SYMBOL.matcher(plain(template))
                .replaceAll(symbol -> symbol.group(1).equals(WINDOW)
                        ? "(?<w>" + symbols.get(WINDOW) + ")"
                        : "(?:" + symbols.get(symbol.group(1)) + ")"));
    }

    private static String plain(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("schemas.json: letters, digits and _ only, got " + text);
        }
        return text;
    }

    private static List<String> columns(String table, List<Rule> rules) {
        for (var rule : rules) {
            var match = rule.names().matcher(table);
            if (match.matches()) {
                var windowed = rule.names().namedGroups().containsKey(WINDOW);
                return windowed
                        ? rule.columns().stream()
                                .map(column -> column.replace("{w}", match.group(WINDOW)))
                                .toList()
                        : rule.columns();
            }
        }
        throw new IllegalArgumentException("no rule of schemas.json matches table " + table);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
