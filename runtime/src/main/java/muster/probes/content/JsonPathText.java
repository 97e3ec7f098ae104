package muster.probes.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.probes.content.JsonFilter.Term;
import muster.probes.content.JsonPath.Reach;
import muster.probes.content.JsonPath.Selector;
import muster.probes.content.JsonPath.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads a query.
final class JsonPathText {
    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 20;
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z_\\x{80}-\\x{10FFFF}][0-9A-Za-z_\\x{80}-\\x{10FFFF}]*+");
    private static final String INTEGER = "0|-?[1-9]\\d{0,15}";
    private static final String B = "[ \\t\\n\\r]*+";
    private static final Pattern SLICE = Pattern.compile(
            "(" + INTEGER + ")?" + B + ":" + B + "(" + INTEGER + ")?" + B + "(?::" + B + "(" + INTEGER + ")?)?");
    private static final Pattern INDEX = Pattern.compile(INTEGER);
    private static final long LARGEST = (1L << 53) - 1;
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9]\\d{0,20})(?:\\.\\d{1,20})?(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern FUNCTION = Pattern.compile("[a-z][a-z0-9_]*+(?=\\()");
    private static final Pattern SIGN = Pattern.compile("==|!=|<=|>=|<|>");
    private static final Pattern WORD = Pattern.compile("true\\b|false\\b|null\\b");
    private static final String ESCAPE = "\\\\(?:[bfnrt/\\\\]|u[0-9A-Fa-f]{4}";
    private static final Pattern QUOTED = Pattern.compile(
            "'(?:[^'\\\\\\x00-\\x1f]|" + ESCAPE + "|'))*+'|\"(?:[^\"\\\\\\x00-\\x1f]|" + ESCAPE + "|\"))*+\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|(.))");
    private static final int HEX = 16;
    private static final Pattern BLANK = Pattern.compile("[ \\t\\n\\r]++");

    private final String text;
    private int next;
    private int depth;

    JsonPathText(String text) {
        this.text = text;
    }

    JsonPath read() {
        if (text.length() > LONGEST || !accept("$")) {
            throw none();
        }
        var steps = steps();
        if (next < text.length()) {
            throw none();
        }
        return new JsonPath(steps);
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        var begin = next;
        blank();
        var step = step();
        while (step != null) {
            steps.add(step);
            begin = next;
            blank();
            step = step();
        }
        next = begin;
        return steps;
    }

    private @Nullable Step step() {
        if (accept("..")) {
            var selectors = accept("[") ? selectors() : List.of(shorthand());
            return new Step(Reach.DESCENDANTS, selectors);
        }
        if (accept(".")) {
            return new Step(Reach.CHILDREN, List.of(shorthand()));
        }
        return accept("[") ? new Step(Reach.CHILDREN, selectors()) : null;
    }

    private Selector shorthand() {
        return accept("*") ? new Selector.All() : new Selector.Named(required(NAME));
    }

    private List<Selector> selectors() {
        var selectors = new ArrayList<Selector>();
        do {
            blank();
            selectors.add(selector());
            blank();
        } while (accept(","));
        require("]");
        return selectors;
    }

    private Selector selector() {
        if (accept("*")) {
            return new Selector.All();
        }
        if (accept("?")) {
            return new Selector.Where(either());
        }
        var slice = SLICE.matcher(text).region(next, text.length());
        if (slice.lookingAt()) {
            next = slice.end();
            var step = number(slice.group(3));
            return new Selector.Slice(number(slice.group(1)), number(slice.group(2)), step == null ? 1 : step);
        }
        var index = taken(INDEX);
        return index == null ? new Selector.Named(quoted()) : new Selector.At(whole(index));
    }

    private @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(whole(digits));
    }

    /// No list has so many elements that a larger number would mean another one.
    private int whole(String digits) {
        var number = Long.parseLong(digits);
        if (Math.abs(number) > LARGEST) {
            throw none();
        }
        return Math.clamp(number, -Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private JsonFilter either() {
        var filters = new ArrayList<>(List.of(both()));
        while (acceptAfterBlank("||")) {
            filters.add(both());
        }
        return filters.size() == 1 ? filters.getFirst() : new JsonFilter.Either(filters);
    }

    private JsonFilter both() {
        var filters = new ArrayList<>(List.of(condition()));
        while (acceptAfterBlank("&&")) {
            filters.add(condition());
        }
        return filters.size() == 1 ? filters.getFirst() : new JsonFilter.Both(filters);
    }

    private JsonFilter condition() {
        depth++;
        if (depth > DEEPEST) {
            throw none();
        }
        try {
            return acceptAfterBlank("!") ? new JsonFilter.Not(tested()) : atom();
        } finally {
            depth--;
        }
    }

    private JsonFilter atom() {
        if (acceptAfterBlank("(")) {
            return parenthesised();
        }
        var left = term();
        blank();
        var sign = taken(SIGN);
        return sign == null ? test(left) : new JsonFilter.Compared(value(left), sign, value(afterBlank()));
    }

    private JsonFilter parenthesised() {
        var inner = either();
        blank();
        require(")");
        return inner;
    }

    /// What can be denied: a condition in parentheses, a query that finds something, a function that is a condition.
    private JsonFilter tested() {
        return acceptAfterBlank("(") ? parenthesised() : test(term());
    }

    private JsonFilter test(Term term) {
        return switch (term) {
            case Term.Query query -> new JsonFilter.Exists(query);
            case Term.Call call when call.function().isCondition() -> new JsonFilter.Tested(call);
            case Term.Call _, Term.Literal _ -> throw none();
        };
    }

    private Term afterBlank() {
        blank();
        return term();
    }

    /// Only single values are compared.
    private Term value(Term term) {
        if (!term.isValue()) {
            throw none();
        }
        return term;
    }

    private Term term() {
        blank();
        if (accept("@")) {
            return new Term.Query(JsonFilter.From.CURRENT, new JsonPath(steps()));
        }
        if (accept("$")) {
            return new Term.Query(JsonFilter.From.ROOT, new JsonPath(steps()));
        }
        var function = taken(FUNCTION);
        if (function != null) {
            return call(function);
        }
        var nodes = JsonNodeFactory.instance;
        var number = taken(NUMBER);
        if (number != null) {
            return new Term.Literal(nodes.numberNode(new BigDecimal(number)));
        }
        var word = taken(WORD);
        if (word != null) {
            return new Term.Literal(word.equals("null") ? nodes.nullNode() : nodes.booleanNode(word.equals("true")));
        }
        return new Term.Literal(nodes.stringNode(quoted()));
    }

    private Term call(String name) {
        var function = JsonFunction.named(name).orElseThrow(this::none);
        var arguments = new ArrayList<Term>();
        depth++;
        require("(");
        blank();
        while (!accept(")") && depth <= DEEPEST) {
            if (!arguments.isEmpty()) {
                require(",");
            }
            arguments.add(term());
            blank();
        }
        depth--;
        if (!function.takes(arguments)) {
            throw none();
        }
        return new Term.Call(function, arguments);
    }

    private String quoted() {
        var written = required(QUOTED);
        var read = ESCAPED.matcher(written.substring(1, written.length() - 1))
                .replaceAll(found -> Matcher.quoteReplacement(escaped(found.group(1), found.group(2))));
        if (read.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw none();
        }
        return read;
    }

    private static String escaped(@Nullable String hex, @Nullable String letter) {
        if (hex != null) {
            return String.valueOf((char) Integer.parseInt(hex, HEX));
        }
        return switch (String.valueOf(letter)) {
            case "b" -> "\b";
            case "f" -> "\f";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> String.valueOf(letter);
        };
    }

    private void blank() {
        taken(BLANK);
    }

    private boolean acceptAfterBlank(String sign) {
        blank();
        return accept(sign);
    }

    private boolean accept(String sign) {
        boolean there = text.startsWith(sign, next);
        next += there ? sign.length() : 0;
        return there;
    }

    private void require(String sign) {
        if (!accept(sign)) {
            throw none();
        }
    }

    private String required(Pattern shape) {
        var taken = taken(shape);
        if (taken == null) {
            throw none();
        }
        return taken;
    }

    private @Nullable String taken(Pattern shape) {
        var match = shape.matcher(text).region(next, text.length());
        if (!match.lookingAt()) {
            return null;
        }
        next = match.end();
        return match.group();
    }

    private IllegalArgumentException none() {
        return new IllegalArgumentException(
                "the query is no JSONPath that is known here, from character " + (next + 1) + " on (RFC 9535)");
    }
}
