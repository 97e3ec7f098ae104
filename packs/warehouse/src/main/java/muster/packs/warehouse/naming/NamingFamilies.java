package muster.packs.warehouse.naming;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The forms of the families while the file of a standard is read.
final class NamingFamilies {
    private static final String SHAPE = "shape FORM [ascending FIRST LAST]";
    private static final Pattern LIST = Pattern.compile("\\{[A-Z]+}");

    private final NamingLists lists;
    private final Map<String, Shape> governed = new HashMap<>();
    private final Map<String, Shape> ungoverned = new HashMap<>();

    NamingFamilies(NamingLists lists) {
        this.lists = lists;
    }

    Map<String, Shape> governed() {
        return governed;
    }

    Map<String, Shape> ungoverned() {
        return ungoverned;
    }

    /// The words that stand in the forms themselves.
    Stream<String> words() {
        return Stream.concat(governed.values().stream(), ungoverned.values().stream())
                .flatMap(shape -> shape.pattern().components().stream());
    }

    void shape(NamingLine line) {
        if (!line.has(2, SHAPE) || (line.size() > 2 && !isOrdered(line))) {
            return;
        }
        var pattern = lists.form(line, 1, SHAPE);
        if (pattern == null) {
            return;
        }
        int first = line.size() > 2 ? Integer.parseInt(line.word(3)) : 0;
        int last = line.size() > 2 ? Integer.parseInt(line.word(4)) : 0;
        if (line.size() > 2
                && (first < 1 || first >= last || last > pattern.components().size())) {
            line.complain(
                    3,
                    "components %d to %d cannot ascend: %s has %d, counted from 1"
                            .formatted(
                                    first,
                                    last,
                                    line.word(1),
                                    pattern.components().size()));
        } else {
            put(governed, line, new Shape(pattern, first, last));
        }
    }

    private static boolean isOrdered(NamingLine line) {
        if (!line.isOf(5, SHAPE)) {
            return false;
        }
        if (!line.word(2).equals("ascending")) {
            line.complain(2, "expected 'ascending', got '" + line.word(2) + "'");
            return false;
        }
        return NamingLists.isNumber(line, 3) && NamingLists.isNumber(line, 4);
    }

    void ungoverned(NamingLine line) {
        var pattern = line.isOf(2, "ungoverned FORM") ? lists.form(line, 1, "ungoverned FORM") : null;
        if (pattern != null) {
            put(ungoverned, line, new Shape(pattern, 0, 0));
        }
    }

    private void put(Map<String, Shape> families, NamingLine line, Shape shape) {
        var heads = heads(shape.pattern().components().getFirst());
        if (heads.isEmpty()) {
            line.complain(1, "a form begins with a word, or with a list of words, which are its families");
        }
        for (var head : heads) {
            if (governed.containsKey(head) || ungoverned.containsKey(head)) {
                line.complain(1, "the family " + head + " has a form already");
            } else {
                families.put(head, shape);
            }
        }
    }

    /// None if the first component is neither.
    private Set<String> heads(String first) {
        if (LIST.matcher(first).matches()) {
            return lists.of(first.substring(1, first.length() - 1));
        }
        return first.isEmpty() || first.contains("{") ? Set.of() : Set.of(first);
    }
}
