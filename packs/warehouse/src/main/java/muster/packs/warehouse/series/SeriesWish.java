package muster.packs.warehouse.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.packs.warehouse.call.WrongArgument;

/// The columns of a file that make a series: a time `interval_time`, `time` or `timestamp`, and `open`, `high`, `low`,
/// `close`, perhaps `volume`, each perhaps with `_idx`.
///
/// @param found by what they stand for, in the order of the table that is written
record SeriesWish(Map<String, SeriesSource.Column> found) {
    private static final List<String> TIMES = List.of(SeriesColumns.KEY, "time", "timestamp");

    static SeriesWish of(SeriesSource source) {
        var found = new LinkedHashMap<String, SeriesSource.Column>();
        var missing = new ArrayList<String>();
        var name = source.file().getFileName();
        for (var word : words()) {
            var columns = source.called(word.equals("moment") ? TIMES : List.of(word));
            if (columns.size() > 1) {
                throw new WrongArgument("%s: %s may be any of the columns %s\nMaybe leave the others out"
                        .formatted(
                                name,
                                spoken(word),
                                columns.stream().map(SeriesSource.Column::name).collect(Collectors.joining(", "))));
            }
            columns.forEach(column -> found.put(word, column));
            missing.addAll(columns.isEmpty() && !word.equals(SeriesColumns.VOLUME) ? List.of(spoken(word)) : List.of());
        }
        if (!missing.isEmpty()) {
            throw new WrongArgument("%s has no column for %s; Maybe its first line has no names, it has: %s"
                    .formatted(
                            name,
                            String.join(", ", missing),
                            source.columns().stream()
                                    .map(SeriesSource.Column::name)
                                    .limit(8)
                                    .collect(Collectors.joining(", "))));
        }
        found.forEach((word, column) -> {
            if (!reading(word).takes(column.type())) {
                throw new WrongArgument("%s: %s is %s, which is no %s"
                        .formatted(name, column.name(), column.type(), word.equals("moment") ? "time" : "number"));
            }
        });
        return new SeriesWish(found);
    }

    private static List<String> words() {
        var words = new ArrayList<>(List.of("moment"));
        words.addAll(SeriesColumns.PRICES);
        words.add(SeriesColumns.VOLUME);
        return words;
    }

    private static String spoken(String word) {
        return word.equals("moment") ? "time" : word;
    }

    private static Reading reading(String word) {
        return switch (word) {
            case "moment" -> Reading.MOMENT;
            case SeriesColumns.VOLUME -> Reading.VOLUME;
            case String price -> Reading.PRICE;
        };
    }

    List<SeriesSource.Column> columns() {
        return List.copyOf(found.values());
    }

    /// What is selected, by the words of the table.
    String expressions() {
        return words().stream()
                .map(word -> (found.containsKey(word) ? reading(word).of(found.get(word)) : "0") + " AS " + word)
                .collect(Collectors.joining(", "));
    }
}
