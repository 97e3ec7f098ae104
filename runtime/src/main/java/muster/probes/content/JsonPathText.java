package muster.probes.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
    private static final Pattern NAME = Pattern.compile("[\\p{IsAlphabetic}_][\\p{IsAlphabetic}\\p{IsDigit}_]*+");
    private static final Pattern SLICE =
            Pattern.compile("(-?\\d{1,9})?\\s*+:\\s*+(-?\\d{1,9})?\\s*+(?::\\s*+(-?\\d{1,9})?)?");
    private static final Pattern INDEX = Pattern.compile("-?\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(?:\\.\\d{1,20})?(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern SIGN = Pattern.compile("==|!=|<=|>=|<|>");
    private static final Pattern WORD = Pattern.compile("true\\b|false\\b|null\\b");
    private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*+)'|\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern BLANK = Pattern.compile("\\s++");

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
        var step = step();
        while (step != null) {
            steps.add(step);
            step = step();
        }
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
        return index == null ? new Selector.Named(quoted()) : new Selector.At(Integer.parseInt(index));
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
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
            return acceptAfterBlank("!") ? new JsonFilter.Not(atom()) : atom();
        } finally {
            depth--;
        }
    }

    private JsonFilter atom() {
        if (acceptAfterBlank("(")) {
            var inner = either();
            blank();
            require(")");
            return inner;
        }
        var left = term();
        blank();
        var sign = taken(SIGN);
        if (sign != null) {
            blank();
            return new JsonFilter.Compared(left, sign, term());
        }
        if (left instanceof Term.Query query) {
            return new JsonFilter.Exists(query);
        }
        throw none();
    }

    private Term term() {
        blank();
        if (accept("@")) {
            return new Term.Query(JsonFilter.From.CURRENT, new JsonPath(steps()));
        }
        if (accept("$")) {
            return new Term.Query(JsonFilter.From.ROOT, new JsonPath(steps()));
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

    private String quoted() {
        var written = required(QUOTED);
        return written.substring(1, written.length() - 1).replaceAll("\\\\(['\"\\\\/])", "$1");
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
        return new IllegalArgumentException("the query is no JSONPath that is known here, from character " + (next + 1)
                + " on (RFC 9535 without functions)");
    }
}
