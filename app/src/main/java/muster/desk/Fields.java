package muster.desk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import muster.plan.Numeral;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a call, read one by one into typed values. What is wrong is a [WrongField].
public record Fields(ObjectNode tree) {
    /// Longest text, in characters: a long report, not a file.
    private static final int LONGEST = 1 << 16;

    /// The field that holds a file: a hand-off as YAML.
    private static final String NOTE = "note";

    private static final int LONGEST_NOTE = 1 << 20;

    /// A text that must be there.
    public String text(String name) {
        var text = textOrNull(name);
        if (text == null) {
            throw new WrongField("'" + name + "' is missing");
        }
        return text;
    }

    /// A text, or another one if there is none.
    public String text(String name, String otherwise) {
        var text = textOrNull(name);
        return text == null ? otherwise : text;
    }

    /// A text, if there is one.
    public @Nullable String textOrNull(String name) {
        var node = tree.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        return string(name, node);
    }

    /// A value that is made of a text that must be there.
    ///
    /// @param made throws an [IllegalArgumentException] that says what is wrong
    public <T> T value(String name, Function<String, T> made) {
        return made(name, text(name), made);
    }

    /// A value that is made of a text, or of another text if there is none.
    public <T> T value(String name, String otherwise, Function<String, T> made) {
        return made(name, text(name, otherwise), made);
    }

    /// A value that is made of a text, if there is one.
    public <T> @Nullable T valueOrNull(String name, Function<String, T> made) {
        var text = textOrNull(name);
        return text == null ? null : made(name, text, made);
    }

    /// In whose name, by an id or a name.
    public String who() {
        var who = textOrNull("as");
        if (who == null) {
            throw new WrongField("in whose name? --as AGENT");
        }
        return who;
    }

    /// The step that it is about.
    public TaskId task() {
        return value("task", TaskId::new);
    }

    /// A whole number that must be there.
    public long whole(String name) {
        return value(name, Written::whole);
    }

    /// A whole number, or another one if there is none.
    public long whole(String name, long otherwise) {
        return value(name, Long.toString(otherwise), Written::whole);
    }

    /// An instant, if there is one.
    public @Nullable Instant instantOrNull(String name) {
        return valueOrNull(name, Written::instant);
    }

    /// A decimal number that must be there.
    public BigDecimal decimal(String name) {
        return value(name, Numeral::read);
    }

    /// A decimal number, if there is one.
    public @Nullable BigDecimal decimalOrNull(String name) {
        return valueOrNull(name, Numeral::read);
    }

    /// True if it is there and true.
    public boolean flag(String name) {
        return "true".equals(text(name, "false"));
    }

    /// A length of time.
    public Duration duration(String name, Duration otherwise) {
        var given = valueOrNull(name, Written::duration);
        return given == null ? otherwise : given;
    }

    /// Texts; none if the field is not there.
    public List<String> texts(String name) {
        var node = tree.get(name);
        if (node == null || node.isNull()) {
            return List.of();
        }
        return node.isArray()
                ? node.valueStream().map(each -> string(name, each)).toList()
                : List.of(string(name, node));
    }

    /// Values that are made of texts; none if the field is not there.
    public <T> List<T> values(String name, Function<String, T> made) {
        return texts(name).stream().map(text -> made(name, text, made)).toList();
    }

    /// Texts by name, in the order in which they were given.
    public SortedMap<String, String> pairs(String name) {
        var pairs = new TreeMap<String, String>();
        var node = tree.get(name);
        if (node != null && !node.isNull() && !node.isObject()) {
            throw new WrongField("'" + name + "' is no object");
        }
        if (node != null) {
            node.properties().forEach(each -> pairs.put(each.getKey(), string(name, each.getValue())));
        }
        return pairs;
    }

    /// Amounts by name.
    public SortedMap<String, BigDecimal> amounts(String name) {
        var amounts = new TreeMap<String, BigDecimal>();
        pairs(name).forEach((each, text) -> amounts.put(each, made(name, text, Numeral::read)));
        return amounts;
    }

    private static String string(String name, JsonNode node) {
        if (!node.isValueNode()) {
            throw new WrongField("'" + name + "' is no text");
        }
        var text = node.asString();
        int most = name.equals(NOTE) ? LONGEST_NOTE : LONGEST;
        if (text.length() > most) {
            throw new WrongField("'" + name + "' has at most " + most + " characters, got " + text.length()
                    + "\nMaybe keep it in a file of the workspace and name that");
        }
        return text;
    }

    private static <T> T made(String name, String text, Function<String, T> made) {
        try {
            return made.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new WrongField("'" + name + "': " + e.getMessage());
        }
    }
}
