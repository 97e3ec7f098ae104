package muster.packs.warehouse.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A query built in layers: columns of one layer may use those of the layers before, and windows.
///
/// Windows are counted in rows and ordered by the key, which is unique: `t` is the row's place in time, `w45` the
/// row and the 44 before it. Windows of `W + 1` rows are `v45`.
final class Sheet {
    static final String KEY = "interval_time";

    private final String from;
    private final List<Integer> windows;
    private final List<Map<String, String>> layers = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private String rows = "";

    /// @param from what follows FROM; it offers the key
    Sheet(String from, List<Integer> windows) {
        this.from = from;
        this.windows = List.copyOf(windows);
        next();
    }

    /// Begins a layer.
    Sheet next() {
        layers.add(new LinkedHashMap<>());
        return this;
    }

    /// A column for later layers.
    Sheet let(String name, String expression) {
        layers.getLast().put(name, expression);
        return this;
    }

    /// A column of the result.
    Sheet put(String name, String expression) {
        kept.add(name);
        return let(name, expression);
    }

    /// Columns of earlier layers that the result has too.
    Sheet keep(String... names) {
        kept.addAll(List.of(names));
        return this;
    }

    /// Only these rows are in the result; windows see all.
    Sheet where(String condition) {
        rows = " WHERE " + condition;
        return this;
    }

    String sql() {
        var inner = from;
        int depth = 0;
        for (var layer : layers) {
            var columns = layer.entrySet().stream()
                    .map(each -> ", " + each.getValue() + " AS " + each.getKey())
                    .collect(Collectors.joining());
            inner = "(SELECT *%s FROM %s%s) l%d".formatted(columns, inner, windowsFor(columns), ++depth);
        }
        return "SELECT %s, %s FROM %s%s".formatted(KEY, String.join(", ", kept), inner, rows);
    }

    private String windowsFor(String columns) {
        if (!columns.contains(" OVER ")) {
            return "";
        }
        var named = new StringBuilder(" WINDOW t AS (ORDER BY " + KEY + ")");
        for (int window : windows) {
            named.append(frame("w", window, window - 1)).append(frame("v", window, window));
        }
        return named.toString();
    }

    private static String frame(String letter, int window, int before) {
        return ", %s%d AS (ORDER BY %s ROWS BETWEEN %d PRECEDING AND CURRENT ROW)"
                .formatted(letter, window, KEY, before);
    }
}
