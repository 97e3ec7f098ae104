package muster.yaml;

import java.util.List;
import muster.plan.Location;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A value of the file on its way to a typed one.
///
/// @param label the key it stands under
record Value(String label, Node node, Reading reading) {
    private static final int LONGEST_QUOTE = 60;

    Location place() {
        return Places.of(node);
    }

    /// Records a problem at this value.
    void wrong(String message, @Nullable String hint) {
        reading.add(new Problem(place(), message, hint));
    }

    /// Records that something else was expected here.
    void unexpected(String expected) {
        wrong(label + " must be " + expected + ", got " + shown(), null);
    }

    /// The text as written if this is a scalar of one of the types.
    @Nullable
    String scalar(Tag... types) {
        return node instanceof ScalarNode scalar && List.of(types).contains(scalar.getTag()) ? scalar.getValue() : null;
    }

    /// The text as written if this is a scalar of the type.
    @Nullable
    String scalar(Tag type) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(type) ? scalar.getValue() : null;
    }

    /// The value as a message quotes it.
    String shown() {
        return switch (node) {
            case MappingNode _ -> "a mapping";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar -> shown(scalar);
            default -> "an alias";
        };
    }

    private static String shown(ScalarNode scalar) {
        var text = quote(scalar.getValue());
        if (scalar.getTag().equals(Tag.STR)) {
            return "'" + text + "'";
        }
        return scalar.getTag().equals(Tag.NULL) ? "nothing" : text;
    }

    /// Text cut to a length that fits a message, on one line.
    static String quote(String text) {
        var line = text.replaceAll("\\R", "\\\\n");
        return line.codePointCount(0, line.length()) <= LONGEST_QUOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "...";
    }
}
