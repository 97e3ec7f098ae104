package muster.probes.content;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import muster.probes.content.JsonFilter.Term;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The functions of RFC 9535, section 2.4. A value that is not there is no node.
enum JsonFunction {
    /// Characters of a text, elements of a list, members of an object; not there for all else.
    LENGTH,
    /// How many nodes a query finds.
    COUNT,
    /// The value of the only node that a query finds; not there if it finds another number of them.
    VALUE,
    /// Whether a whole text is of a pattern.
    MATCH,
    /// Whether a text has a part of a pattern.
    SEARCH;

    /// What an argument is.
    enum Takes {
        VALUE,
        NODES
    }

    private List<Takes> arguments() {
        return switch (this) {
            case LENGTH -> List.of(Takes.VALUE);
            case COUNT, VALUE -> List.of(Takes.NODES);
            case MATCH, SEARCH -> List.of(Takes.VALUE, Takes.VALUE);
        };
    }

    static Optional<JsonFunction> named(String name) {
        return Stream.of(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /// Whether it is a condition by itself, and no value that could be compared.
    boolean isCondition() {
        return this == MATCH || this == SEARCH;
    }

    /// Whether the arguments are as many as it takes, and of its kinds.
    boolean takes(List<Term> given) {
        var arguments = arguments();
        if (given.size() != arguments.size()) {
            return false;
        }
        for (var at = 0; at < given.size(); at++) {
            var fits = arguments.get(at) == Takes.VALUE ? given.get(at).isValue() : given.get(at) instanceof Term.Query;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /// The value; no node if it is not there.
    ///
    /// @param arguments the nodes of each
    List<JsonNode> value(List<List<JsonNode>> arguments) {
        var nodes = arguments.getFirst();
        return switch (this) {
            case LENGTH -> nodes.isEmpty() ? List.of() : length(nodes.getFirst());
            case COUNT -> number(nodes.size());
            case VALUE -> nodes.size() == 1 ? nodes : List.of();
            case MATCH, SEARCH -> throw new IllegalStateException(this + " is a condition");
        };
    }

    /// Whether the condition holds; it does not if an argument is no text, or the pattern none.
    boolean holds(List<List<JsonNode>> arguments) {
        var text = arguments.getFirst();
        var pattern = arguments.getLast();
        if (text.isEmpty()
                || pattern.isEmpty()
                || !text.getFirst().isString()
                || !pattern.getFirst().isString()) {
            return false;
        }
        try {
            var matcher = Pattern.compile(translated(pattern.getFirst().asString()))
                    .matcher(text.getFirst().asString());
            return this == MATCH ? matcher.matches() : matcher.find();
        } catch (PatternSyntaxException _) {
            return false;
        }
    }

    /// A pattern of RFC 9485 in the words of RE2: its dot is neither of the two ends of a line, and `^` and `$` are
    /// characters.
    private static String translated(String pattern) {
        var text = new StringBuilder();
        var inClass = false;
        for (var at = 0; at < pattern.length(); at++) {
            var c = pattern.charAt(at);
            if (c == '\\' && at + 1 < pattern.length()) {
                at++;
                text.append(c).append(pattern.charAt(at));
                continue;
            }
            inClass = c == '[' ? true : c != ']' && inClass;
            text.append(
                    inClass
                            ? String.valueOf(c)
                            : switch (c) {
                                case '.' -> "[^\\n\\r]";
                                case '^', '$' -> "\\" + c;
                                default -> String.valueOf(c);
                            });
        }
        return text.toString();
    }

    private static List<JsonNode> length(JsonNode node) {
        if (node.isString()) {
            var text = node.asString();
            return number(text.codePointCount(0, text.length()));
        }
        return node.isContainer() ? number(node.size()) : List.of();
    }

    private static List<JsonNode> number(int value) {
        return List.of(JsonNodeFactory.instance.numberNode(value));
    }
}
