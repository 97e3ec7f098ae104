package muster.matching;

import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import muster.matching.Verdict.Outcome;
import muster.plan.Matcher;
import muster.plan.VersionScheme;
import muster.versions.RangeCheck;
import muster.versions.Versions;

/// Compares what was seen with what was expected. Numbers are compared as numbers, so `1.0` equals `1`; patterns are
/// RE2, which no text can make slow.
public final class Matching {
    private Matching() {}

    /// Whether the value is what the matcher expects. An absent value matches only what says [Matcher.Not].
    public static Verdict match(Matcher matcher, Value value) {
        return switch (matcher) {
            case Matcher.Equal(String wanted) -> expected(Shown.quoted(wanted), value, equal(wanted, value));
            case Matcher.Matches(String pattern) -> pattern(pattern, value);
            case Matcher.Contains(String part) ->
                expected("something that contains " + Shown.quoted(part), value, contains(part, value));
            case Matcher.AtLeast(BigDecimal number) -> number("at least ", number, value);
            case Matcher.AtMost(BigDecimal number) -> number("at most ", number, value);
            case Matcher.InRange(VersionScheme scheme, String range) -> version(scheme, range, value);
            case Matcher.OneOf(List<String> values) ->
                expected("one of " + Shown.texts(values), value, values.stream().anyMatch(one -> equal(one, value)));
            case Matcher.Exactly(List<String> elements) ->
                expected("exactly " + Shown.texts(elements), value, exactly(elements, value));
            case Matcher.Each(Matcher element) -> each(element, value);
            case Matcher.Length(Matcher number) -> length(number, value);
            case Matcher.All(List<Matcher> matchers) -> Several.all(matchers, value);
            case Matcher.Any(List<Matcher> matchers) -> Several.any(matchers, value);
            case Matcher.Not(Matcher inner) -> not(match(inner, value));
        };
    }

    private static Verdict expected(String what, Value value, boolean holds) {
        return Verdict.of(holds, "expected " + what + ", got " + Shown.of(value));
    }

    private static boolean equal(String wanted, Value value) {
        var number = Numbers.in(value);
        var other = number == null ? null : Numbers.read(wanted);
        if (number != null && other != null) {
            return number.compareTo(other) == 0;
        }
        return value instanceof Value.Text(String text) && text.equals(wanted);
    }

    private static Verdict pattern(String pattern, Value value) {
        try {
            var compiled = Patterns.compile(pattern);
            var what = "something that matches " + Shown.quoted(pattern);
            return switch (value) {
                case Value.Text(String text) ->
                    expected(what, value, compiled.matcher(text).find());
                case Value.Numeric(BigDecimal number) ->
                    expected(what, value, compiled.matcher(Shown.plain(number)).find());
                case Value.Many _, Value.Absent _ -> expected(what, value, false);
            };
        } catch (PatternSyntaxException e) {
            return Verdict.invalid(Shown.quoted(pattern) + " is no pattern (RE2): " + e.getDescription());
        }
    }

    private static boolean contains(String part, Value value) {
        return switch (value) {
            case Value.Text(String text) -> text.contains(part);
            case Value.Numeric(BigDecimal number) -> Shown.plain(number).contains(part);
            case Value.Many(List<Value> values) -> values.stream().anyMatch(one -> equal(part, one));
            case Value.Absent() -> false;
        };
    }

    private static Verdict number(String words, BigDecimal bound, Value value) {
        var number = Numbers.in(value);
        int order = number == null ? 0 : number.compareTo(bound);
        boolean holds = number != null && (words.equals("at least ") ? order >= 0 : order <= 0);
        var note = number == null && !(value instanceof Value.Absent) ? ", which is no number" : "";
        return Verdict.of(holds, "expected " + words + Shown.plain(bound) + ", got " + Shown.of(value) + note);
    }

    private static Verdict version(VersionScheme scheme, String range, Value value) {
        var text = switch (value) {
            case Value.Text(String written) -> written.strip();
            case Value.Numeric(BigDecimal number) -> Shown.plain(number);
            case Value.Many _, Value.Absent _ -> "";
        };
        var check = Versions.check(scheme, range, text);
        return check.standing() == RangeCheck.Standing.NO_RANGE
                ? Verdict.invalid(check.why())
                : Verdict.of(
                        check.isInside(),
                        "expected a version in " + Shown.quoted(range) + ", got " + Shown.of(value)
                                + (check.isInside() || text.isEmpty() ? "" : ": " + check.why()));
    }

    private static boolean exactly(List<String> elements, Value value) {
        if (!(value instanceof Value.Many many) || many.values().size() != elements.size()) {
            return false;
        }
        var left = new ArrayList<>(many.values());
        for (var element : elements) {
            var found = left.stream().filter(one -> equal(element, one)).findFirst();
            found.ifPresent(left::remove);
        }
        return left.isEmpty();
    }

    private static Verdict each(Matcher element, Value value) {
        if (!(value instanceof Value.Many many) || many.values().isEmpty()) {
            return expected("a list with at least one element", value, false);
        }
        return Several.each(element, many.values());
    }

    private static Verdict length(Matcher number, Value value) {
        return switch (value) {
            case Value.Text(String text) -> measured(number, text.codePointCount(0, text.length()));
            case Value.Many(List<Value> values) -> measured(number, values.size());
            case Value.Numeric _, Value.Absent _ -> expected("something with a length", value, false);
        };
    }

    private static Verdict measured(Matcher number, int length) {
        var verdict = match(number, Value.of(length));
        return new Verdict(verdict.outcome(), "length: " + verdict.why());
    }

    private static Verdict not(Verdict verdict) {
        return switch (verdict.outcome()) {
            case MATCHES -> new Verdict(Outcome.DIFFERS, "not " + verdict.why());
            case DIFFERS -> new Verdict(Outcome.MATCHES, "not " + verdict.why());
            case INVALID -> verdict;
        };
    }
}
