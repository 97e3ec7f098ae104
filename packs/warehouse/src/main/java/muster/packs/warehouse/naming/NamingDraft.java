package muster.packs.warehouse.naming;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A standard while its file is read, line by line.
final class NamingDraft {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern CHARACTERS = Pattern.compile("[a-z0-9_-]+");

    private String name = "";
    private String version = "";
    private final Map<String, Set<String>> lists = new LinkedHashMap<>();
    private final Map<String, String> alternatives = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, Shape> ungoverned = new HashMap<>();
    private final List<VariantHistory.Written> written = new ArrayList<>();
    private VariantHistory.@Nullable Meaning legend;
    private final List<NamingStandard.Copy> copies = new ArrayList<>();
    private final List<NameException> exceptions = new ArrayList<>();
    private final List<Shape> products = new ArrayList<>();
    private final List<ColumnRules.Form> columnForms = new ArrayList<>();
    private final Set<String> reserved = new HashSet<>();
    private Set<Reading> readings = EnumSet.of(Reading.R4, Reading.R5);

    boolean isUnnamed() {
        return name.isEmpty();
    }

    void standard(NamingLine line) {
        if (line.has(3, "standard NAME VERSION")) {
            name = line.word(1);
            version = line.word(2);
        }
    }

    void list(NamingLine line) {
        if (line.has(3, "list NAME value ...")) {
            add(line);
            words.addAll(line.from(2));
        }
    }

    void terms(NamingLine line) {
        if (line.has(3, "terms NAME value ...")) {
            add(line);
        }
    }

    private void add(NamingLine line) {
        var values = lists.computeIfAbsent(line.word(1), key -> new LinkedHashSet<>());
        values.addAll(line.from(2));
        alternatives.put(line.word(1), values.stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    void letters(NamingLine line) {
        if (line.has(4, "letters NAME MIN MAX") && number(line, 2) && number(line, 3)) {
            alternatives.put(line.word(1), "[a-z]{" + line.word(2) + "," + line.word(3) + "}");
        }
    }

    void known(NamingLine line) {
        words.addAll(line.from(1));
    }

    void token(NamingLine line) {
        if (line.has(3, "token NAME CHARACTERS")) {
            if (CHARACTERS.matcher(line.word(2)).matches()) {
                alternatives.put(line.word(1), "[" + line.word(2) + "]+");
            } else {
                line.complain(2, "expected characters such as a-z0-9_, got '" + line.word(2) + "'");
            }
        }
    }

    void readings(NamingLine line) {
        if (line.has(2, "readings R4 R5")) {
            try {
                readings = readings(String.join(",", line.from(1)));
            } catch (IllegalArgumentException e) {
                line.complain(
                        1,
                        "expected some of " + Arrays.toString(Reading.values()) + ", got '" + line.textFrom(1) + "'");
            }
        }
    }

    void expect(NamingLine line) {
        var pattern = pattern(line, 1, "expect FORM");
        if (pattern != null) {
            products.add(new Shape(pattern, 0, 0));
        }
    }

    void column(NamingLine line) {
        var form = "column READING KIND FORM";
        var pattern = pattern(line, 3, form);
        var reading = line.has(4, form) ? columnReading(line) : null;
        if (pattern != null && reading != null) {
            columnForms.add(new ColumnRules.Form(reading, line.word(2), pattern));
        }
    }

    void reserved(NamingLine line) {
        reserved.addAll(line.from(1));
    }

    private static @Nullable ColumnReading columnReading(NamingLine line) {
        try {
            return ColumnReading.valueOf(line.word(1));
        } catch (IllegalArgumentException e) {
            line.complain(
                    1, "expected one of " + Arrays.toString(ColumnReading.values()) + ", got '" + line.word(1) + "'");
            return null;
        }
    }

    void shape(NamingLine line) {
        var pattern = pattern(line, 1, "shape FORM [ascending FIRST LAST]");
        if (pattern == null || (line.size() > 2 && !(line.size() == 5 && number(line, 3) && number(line, 4)))) {
            return;
        }
        int first = line.size() > 2 ? Integer.parseInt(line.word(3)) : 0;
        int last = line.size() > 2 ? Integer.parseInt(line.word(4)) : 0;
        put(shapes, line, new Shape(pattern, first, last));
    }

    void ungoverned(NamingLine line) {
        var pattern = pattern(line, 1, "ungoverned FORM");
        if (pattern != null) {
            put(ungoverned, line, new Shape(pattern, 0, 0));
        }
    }

    void history(NamingLine line) {
        var pattern = pattern(line, 1, "history FORM VARIANT why ...");
        var meaning = meaning(line, 2);
        if (pattern != null && meaning != null) {
            written.add(new VariantHistory.Written(pattern, meaning));
        }
    }

    void legend(NamingLine line) {
        legend = meaning(line, 1);
    }

    void copy(NamingLine line) {
        var copy = pattern(line, 1, "copy FORM FORM");
        var of = pattern(line, 2, "copy FORM FORM");
        if (copy == null || of == null) {
            return;
        }
        if (copy.symbols().equals(of.symbols())) {
            copies.add(new NamingStandard.Copy(copy, of));
        } else {
            line.complain(2, "names the lists " + of.symbols() + ", the copy names " + copy.symbols());
        }
    }

    void exception(NamingLine line) {
        var form = "exception ID FORM approver=ROLE from=DATE until=DATE|open readings=R5|none";
        var pattern = line.has(7, form) ? pattern(line, 2, form) : null;
        if (pattern == null) {
            return;
        }
        try {
            var until = field(line, 5, "until");
            exceptions.add(new NameException(
                    line.word(1),
                    pattern,
                    field(line, 3, "approver"),
                    LocalDate.parse(field(line, 4, "from")),
                    until.equals("open") ? null : LocalDate.parse(until),
                    readings(field(line, 6, "readings"))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            line.complain(0, "expected '" + form + "': " + e.getMessage());
        }
    }

    NamingStandard toStandard() {
        var windows = lists.getOrDefault(Shape.WINDOW, Set.of()).stream()
                .flatMap(window -> Stream.of(window, "w" + window))
                .collect(Collectors.toSet());
        Stream.concat(shapes.values().stream(), ungoverned.values().stream())
                .flatMap(shape -> shape.pattern().components().stream())
                .forEach(words::add);
        words.addAll(windows);
        var history = new VariantHistory(written, legend);
        var columns = new ColumnRules(columnForms, reserved, lists.getOrDefault(Shape.WINDOW, Set.of()));
        return new NamingStandard(
                name,
                version,
                shapes,
                ungoverned,
                words,
                windows,
                history,
                copies,
                exceptions,
                readings,
                products,
                columns);
    }

    private @Nullable NamePattern pattern(NamingLine line, int index, String form) {
        if (!line.has(index + 1, form)) {
            return null;
        }
        var unknown = NamePattern.symbolsOf(line.word(index)).stream()
                .filter(symbol -> !alternatives.containsKey(symbol))
                .toList();
        if (!unknown.isEmpty()) {
            line.complain(
                    index, "unknown list " + unknown.getFirst() + "; a list must stand above the line that uses it");
            return null;
        }
        return NamePattern.compile(line.word(index), alternatives, lists);
    }

    private void put(Map<String, Shape> families, NamingLine line, Shape shape) {
        var first = shape.pattern().components().getFirst();
        var heads = first.startsWith("{")
                ? lists.getOrDefault(first.substring(1, first.length() - 1), Set.of())
                : Set.of(first);
        for (var head : heads) {
            if (families.put(head, shape) != null) {
                line.complain(1, "the family " + head + " has a form already");
            }
        }
    }

    private static VariantHistory.@Nullable Meaning meaning(NamingLine line, int index) {
        if (!line.has(index + 2, line.word(0) + " ... VARIANT why ...")) {
            return null;
        }
        return Arrays.stream(Variant.values())
                .filter(variant -> variant.token().equals(line.word(index)))
                .findFirst()
                .map(variant -> new VariantHistory.Meaning(variant, line.textFrom(index + 1)))
                .orElseGet(() -> {
                    line.complain(index, "unknown variant '" + line.word(index) + "'");
                    return null;
                });
    }

    private static boolean number(NamingLine line, int index) {
        if (!NUMBER.matcher(line.word(index)).matches()) {
            line.complain(index, "expected a number of at most 3 digits, got '" + line.word(index) + "'");
        }
        return NUMBER.matcher(line.word(index)).matches();
    }

    private static String field(NamingLine line, int index, String key) {
        var word = line.word(index);
        if (!word.startsWith(key + "=")) {
            throw new IllegalArgumentException("'" + word + "' stands where " + key + "= should");
        }
        return word.substring(key.length() + 1);
    }

    private static Set<Reading> readings(String text) {
        return text.equals("none")
                ? Set.of()
                : Arrays.stream(text.split(","))
                        .map(each -> Reading.valueOf(each.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet());
    }
}
